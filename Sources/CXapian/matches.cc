// All documents that match a query, as one bit each. A search that ranks passes over what cannot reach its page; who has to
// count, or to tell facets, needs every match.
#include <vector>

#include "Support.h"

cxapian_error *cxapian_matches(const cxapian_reader *reader, const uint8_t *query, size_t query_count,
                               cxapian_answer **answer) {
    return cxapian::guarded([&] {
        const Xapian::Database &database = reader->database;
        Xapian::Enquire enquire(database);
        enquire.set_query(cxapian::decode_query(database, query, query_count));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
        Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
        // Bit n % 64 of word n / 64 is document n.
        std::vector<uint64_t> words(database.get_lastdocid() / 64 + 1);
        for (auto hit = matches.begin(); hit != matches.end(); ++hit) words[*hit / 64] |= uint64_t(1) << (*hit % 64);
        cxapian::Builder out;
        for (uint64_t word : words) out.u64(word);
        *answer = out.answer();
    });
}
