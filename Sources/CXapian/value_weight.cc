// Numbers in a value slot as weights. Xapian's own ValueWeightPostingSource takes the value as it is; how recent a day is
// depends on the day of the question.
#include <algorithm>
#include <cmath>

#include "Support.h"

namespace {

// A document with a value weighs 0 to 1: the value itself, or, with a half-life, one half to the power of how many
// half-lives it lies before the reference. What lies behind it weighs 1.
class ValueWeightSource : public Xapian::ValuePostingSource {
    const double reference;
    const double half_life;

  public:
    ValueWeightSource(Xapian::valueno slot, double reference_value, double half)
        : ValuePostingSource(slot), reference(reference_value), half_life(half) {}

    void init(const Xapian::Database &database) override {
        ValuePostingSource::init(database);
        set_maxweight(1.0);
    }

    double get_weight() const override {
        double value = Xapian::sortable_unserialise(get_value());
        double weight = half_life > 0 ? std::exp2((value - reference) / half_life) : value;
        return std::clamp(weight, 0.0, 1.0);
    }

    ValueWeightSource *clone() const override { return new ValueWeightSource(get_slot(), reference, half_life); }
};

}  // namespace

Xapian::Query cxapian::decode_value_weight(Cursor &cursor) {
    Xapian::valueno slot = cursor.u32();
    double reference = cursor.f64();
    double half_life = cursor.f64();
    if (!std::isfinite(reference) || !std::isfinite(half_life) || half_life < 0) {
        throw Xapian::InvalidArgumentError("malformed query: a reference and a half-life must be finite numbers");
    }
    return Xapian::Query((new ValueWeightSource(slot, reference, half_life))->release());
}
