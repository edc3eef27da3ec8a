// A source of postings that keeps the documents whose value in a slot passes a test.
#ifndef CXAPIAN_VALUE_FILTER_H
#define CXAPIAN_VALUE_FILTER_H

#include <xapian.h>

namespace cxapian {

/// A filter without weight. Its estimate stays at all documents with a value, so that an AND asks every term before it
/// asks this.
class ValueFilter : public Xapian::ValuePostingSource {
    void advance(double minimum_weight) {
        while (!at_end() && !matches(get_value())) ValuePostingSource::next(minimum_weight);
    }

  protected:
    /// Whether the document with this value is one.
    virtual bool matches(const std::string &value) = 0;

  public:
    explicit ValueFilter(Xapian::valueno slot) : ValuePostingSource(slot) {}

    void init(const Xapian::Database &database) override {
        ValuePostingSource::init(database);
        set_maxweight(0.0);
        set_termfreq_min(0);
    }

    void next(double minimum_weight) override {
        ValuePostingSource::next(minimum_weight);
        advance(minimum_weight);
    }

    void skip_to(Xapian::docid id, double minimum_weight) override {
        ValuePostingSource::skip_to(id, minimum_weight);
        advance(minimum_weight);
    }

    bool check(Xapian::docid id, double minimum_weight) override {
        if (!ValuePostingSource::check(id, minimum_weight)) return false;
        return at_end() || matches(get_value());
    }
};

}  // namespace cxapian

#endif
