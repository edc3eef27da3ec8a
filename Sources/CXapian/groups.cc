// The groups of documents that a query touches, a group being the documents with one value in a slot: what stands in one
// section speaks for or against the whole document that it belongs to. Xapian has no join, and a source of postings is a
// C++ class with virtual functions, which Swift cannot subclass.
#include <memory>
#include <unordered_set>

#include "Support.h"
#include "ValueFilter.h"

namespace {

using Values = std::unordered_set<std::string>;

class GroupSource : public cxapian::ValueFilter {
    const std::shared_ptr<const Values> values;

    bool matches(const std::string &value) override { return values->count(value) > 0; }

  public:
    GroupSource(Xapian::valueno slot, std::shared_ptr<const Values> wanted)
        : ValueFilter(slot), values(std::move(wanted)) {}

    GroupSource *clone() const override { return new GroupSource(get_slot(), values); }
};

}  // namespace

Xapian::Query cxapian::groups_of(const Xapian::Database &database, Xapian::valueno slot, const Xapian::Query &query) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    enquire.set_collapse_key(slot, 1);
    Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
    auto values = std::make_shared<Values>();
    for (auto hit = matches.begin(); hit != matches.end(); ++hit) {
        std::string value = hit.get_collapse_key();
        // A document without a value belongs to no group.
        if (!value.empty()) values->insert(std::move(value));
    }
    if (values->empty()) return Xapian::Query();
    return Xapian::Query((new GroupSource(slot, std::move(values)))->release());
}
