// One search, one call: Swift would need a call and a copy for every field of every hit, and an iterator's lifetime
// that its type system cannot see.
#include <memory>
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

}  // namespace

cxapian_error *cxapian_search(const cxapian_reader *reader, const uint8_t *query, size_t query_count,
                              const cxapian_search_options *options, cxapian_answer **answer) {
    return cxapian::guarded([&] {
        // The spies stand before the Enquire that borrows them, so that they are destroyed after it.
        std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
        Xapian::Enquire enquire(reader->database);
        enquire.set_query(cxapian::decode_query(reader->database, query, query_count));
        set_weighting(enquire, *options);
        set_order(enquire, *options);
        if (options->collapse_maximum > 0) {
            enquire.set_collapse_key(options->collapse_slot, options->collapse_maximum);
        }
        enquire.set_cutoff(int(options->percent_cutoff), options->weight_cutoff);
        if (options->time_limit > 0) enquire.set_time_limit(options->time_limit);
        for (size_t i = 0; i < options->facet_count; ++i) {
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
        out.u32(spies.empty() ? 0 : uint32_t(spies.front()->get_total()));
        out.u32(uint32_t(options->facet_count));
        for (size_t i = 0; i < options->facet_count; ++i) put_facet(out, options->facet_slots[i], *spies[i]);
        *answer = out.answer();
    });
}
