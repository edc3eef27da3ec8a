// One search, one call: Swift would need a call and a copy for every field of every hit, and an iterator's lifetime
// that its type system cannot see.
#include <cstring>
#include <map>
#include <memory>
#include <unordered_set>
#include <vector>

#include "Support.h"

namespace {

using Options = cxapian_search_options;

void set_weighting(Xapian::Enquire &enquire, const Options &options) {
    switch (options.weighting) {
        case CXAPIAN_BM25:
            enquire.set_weighting_scheme(Xapian::BM25Weight(options.bm25[0], options.bm25[1], options.bm25[2],
                                                            options.bm25[3], options.bm25[4]));
            return;
        case CXAPIAN_BOOLEAN:
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            return;
        case CXAPIAN_TFIDF:
            enquire.set_weighting_scheme(Xapian::TfIdfWeight(
                cxapian::string_of(options.tfidf_normalisations, options.tfidf_normalisations_count)));
            return;
        default:
            throw Xapian::InvalidArgumentError("unknown weighting scheme");
    }
}

void set_order(Xapian::Enquire &enquire, const Options &options) {
    switch (options.sort) {
        case CXAPIAN_BY_RELEVANCE:
            enquire.set_sort_by_relevance();
            break;
        case CXAPIAN_BY_VALUE:
            enquire.set_sort_by_value(options.sort_slot, options.sort_descending);
            break;
        case CXAPIAN_BY_VALUE_THEN_RELEVANCE:
            enquire.set_sort_by_value_then_relevance(options.sort_slot, options.sort_descending);
            break;
        case CXAPIAN_BY_RELEVANCE_THEN_VALUE:
            enquire.set_sort_by_relevance_then_value(options.sort_slot, options.sort_descending);
            break;
        default:
            throw Xapian::InvalidArgumentError("unknown sort order");
    }
    switch (options.id_order) {
        case CXAPIAN_ASCENDING: enquire.set_docid_order(Xapian::Enquire::ASCENDING); break;
        case CXAPIAN_DESCENDING: enquire.set_docid_order(Xapian::Enquire::DESCENDING); break;
        case CXAPIAN_ANY_ORDER: enquire.set_docid_order(Xapian::Enquire::DONT_CARE); break;
        default: throw Xapian::InvalidArgumentError("unknown document id order");
    }
}

void put_hit(cxapian::Builder &out, const Xapian::Enquire &enquire, const Xapian::MSetIterator &hit,
             const Options &options) {
    out.u32(*hit);
    out.u32(uint32_t(hit.get_percent()));
    out.f64(hit.get_weight());
    out.u32(hit.get_collapse_count());
    out.bytes(hit.get_collapse_key());
    if (options.wants_data || options.value_count > 0) {
        Xapian::Document document = hit.get_document();
        out.bytes(options.wants_data ? document.get_data() : std::string());
        for (size_t i = 0; i < options.value_count; ++i) out.bytes(document.get_value(options.value_slots[i]));
    } else {
        out.u32(0);
    }
    size_t place = out.reserve_u32();
    if (options.wants_matching_terms) {
        uint32_t count = 0;
        for (auto term = enquire.get_matching_terms_begin(hit); term != enquire.get_matching_terms_end(hit); ++term) {
            out.bytes(*term);
            ++count;
        }
        out.set_u32(place, count);
    }
}

void put_facet(cxapian::Builder &out, uint32_t slot, const Xapian::ValueCountMatchSpy &spy) {
    out.u32(slot);
    size_t place = out.reserve_u32();
    uint32_t count = 0;
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
        out.bytes(*value);
        out.u32(value.get_termfreq());
        ++count;
    }
    out.set_u32(place, count);
}

// Keys of eight bytes, which is what most are, without an allocation for each.
class KeySet {
    std::vector<uint64_t> slots = std::vector<uint64_t>(1024, 0);
    std::unordered_set<std::string> others;
    size_t used = 0;
    bool has_zero = false;

    bool insert(uint64_t key) {
        if (key == 0) {
            bool is_new = !has_zero;
            has_zero = true;
            return is_new;
        }
        size_t mask = slots.size() - 1;
        size_t at = (key * 0x9E3779B97F4A7C15u >> 20) & mask;
        while (slots[at] != 0) {
            if (slots[at] == key) return false;
            at = (at + 1) & mask;
        }
        slots[at] = key;
        if (++used * 2 > slots.size()) grow();
        return true;
    }

    void grow() {
        std::vector<uint64_t> old(slots.size() * 2, 0);
        old.swap(slots);
        used = 0;
        for (uint64_t key : old) {
            if (key != 0) insert(key);
        }
    }

  public:
    size_t size() const { return used + has_zero + others.size(); }

    // Whether the key was not there before.
    bool insert(const std::string &key) {
        if (key.size() != 8) return others.insert(key).second;
        uint64_t number;
        memcpy(&number, key.data(), 8);
        return insert(number);
    }
};

// Counts values once for every value of another slot: documents that collapse into one count as one, with the values of
// the first of them that is seen. Xapian's own spy counts before collapsing. A remote shard cannot run it; Xapian then
// says that it is not implemented.
class DistinctSpy : public Xapian::MatchSpy {
    const std::vector<uint32_t> slots;
    const uint32_t distinct;
    const uint32_t lists_from;
    KeySet seen;

    // A list is lengths (LEB128) and bytes; one that is cut off ends before its cut.
    template <typename Visit>
    static void read_list(const std::string &list, Visit visit) {
        size_t at = 0;
        while (at < list.size()) {
            size_t length = 0;
            unsigned shift = 0;
            while (at < list.size() && (list[at] & 0x80) && shift < 28) {
                length |= size_t(list[at++] & 0x7F) << shift;
                shift += 7;
            }
            if (at >= list.size()) return;
            length |= size_t(static_cast<unsigned char>(list[at++])) << shift;
            if (length > list.size() - at) return;
            visit(list.substr(at, length));
            at += length;
        }
    }

  public:
    uint32_t examined = 0;
    std::vector<std::map<std::string, uint32_t>> counts;

    DistinctSpy(std::vector<uint32_t> facet_slots, uint32_t distinct_slot, uint32_t first_list_slot)
        : slots(std::move(facet_slots)), distinct(distinct_slot), lists_from(first_list_slot), counts(slots.size()) {}

    size_t documents() const { return seen.size(); }

    void operator()(const Xapian::Document &document, double) override {
        ++examined;
        if (!seen.insert(document.get_value(distinct))) return;
        for (size_t i = 0; i < slots.size(); ++i) {
            std::string value = document.get_value(slots[i]);
            if (value.empty()) continue;
            if (slots[i] < lists_from) {
                ++counts[i][std::move(value)];
            } else {
                read_list(value, [&](std::string item) { ++counts[i][std::move(item)]; });
            }
        }
    }
};

void put_facet(cxapian::Builder &out, uint32_t slot, const std::map<std::string, uint32_t> &counts) {
    out.u32(slot);
    out.u32(uint32_t(counts.size()));
    for (const auto &entry : counts) {
        out.bytes(entry.first);
        out.u32(entry.second);
    }
}

}  // namespace

cxapian_error *cxapian_search(const cxapian_reader *reader, const uint8_t *query, size_t query_count,
                              const cxapian_search_options *options, cxapian_answer **answer) {
    return cxapian::guarded([&] {
        // The spies stand before the Enquire that borrows them, so that they are destroyed after it.
        std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
        std::unique_ptr<DistinctSpy> distinct;
        Xapian::Enquire enquire(reader->database);
        enquire.set_query(cxapian::decode_query(reader->database, query, query_count));
        set_weighting(enquire, *options);
        set_order(enquire, *options);
        if (options->collapse_maximum > 0) {
            enquire.set_collapse_key(options->collapse_slot, options->collapse_maximum);
        }
        enquire.set_cutoff(int(options->percent_cutoff), options->weight_cutoff);
        if (options->time_limit > 0) enquire.set_time_limit(options->time_limit);
        if (options->facets_distinct) {
            distinct = std::make_unique<DistinctSpy>(
                std::vector<uint32_t>(options->facet_slots, options->facet_slots + options->facet_count),
                options->facets_distinct_slot, options->facets_lists_from);
            enquire.add_matchspy(distinct.get());
        }
        for (size_t i = 0; i < options->facet_count && !distinct; ++i) {
            spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(options->facet_slots[i]));
            enquire.add_matchspy(spies.back().get());
        }

        Xapian::MSet matches = enquire.get_mset(options->offset, options->limit, options->check_at_least);
        // Lets a remote shard send all documents at once instead of one a round trip. Only on the first page: behind
        // it Xapian 1.4.22 counts from the first of all matches and reads far outside of the page's own.
        bool wants_documents = options->wants_data || options->value_count > 0;
        if (wants_documents && matches.get_firstitem() == 0 && !matches.empty()) matches.fetch();

        cxapian::Builder out;
        out.u32(matches.get_matches_lower_bound());
        out.u32(matches.get_matches_estimated());
        out.u32(matches.get_matches_upper_bound());
        out.u32(matches.get_uncollapsed_matches_lower_bound());
        out.u32(matches.get_uncollapsed_matches_estimated());
        out.u32(matches.get_uncollapsed_matches_upper_bound());
        out.f64(matches.get_max_possible());
        out.f64(matches.get_max_attained());
        out.u32(matches.size());
        for (auto hit = matches.begin(); hit != matches.end(); ++hit) put_hit(out, enquire, hit, *options);
        uint32_t counted = spies.empty() ? 0 : uint32_t(spies.front()->get_total());
        out.u32(distinct ? distinct->examined : counted);
        out.u32(distinct ? uint32_t(distinct->documents()) : counted);
        out.u32(uint32_t(options->facet_count));
        for (size_t i = 0; i < options->facet_count; ++i) {
            if (distinct) {
                put_facet(out, options->facet_slots[i], distinct->counts[i]);
            } else {
                put_facet(out, options->facet_slots[i], *spies[i]);
            }
        }
        *answer = out.answer();
    });
}
