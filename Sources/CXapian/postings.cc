// All posting lists of a database, for who keeps them in a form of his own.
#include "Support.h"

cxapian_error *cxapian_reader_posting_lists(const cxapian_reader *reader, const uint8_t *after, size_t after_count,
                                            size_t budget, cxapian_answer **answer) {
    return cxapian::guarded([&] {
        const Xapian::Database &database = reader->database;
        std::string last = cxapian::string_of(after, after_count);
        auto term = database.allterms_begin();
        auto end = database.allterms_end();
        if (!last.empty() && term != end) {
            term.skip_to(last);
            if (term != end && *term == last) ++term;
        }
        cxapian::Builder out;
        for (; term != end && out.size() < budget; ++term) {
            out.bytes(*term);
            size_t place = out.reserve_u32();
            uint32_t count = 0;
            auto list_end = database.postlist_end(*term);
            for (auto posting = database.postlist_begin(*term); posting != list_end; ++posting, ++count) {
                out.u32(*posting);
                out.u32(posting.get_wdf());
            }
            out.set_u32(place, count);
        }
        *answer = out.answer();
    });
}

cxapian_error *cxapian_reader_lengths(const cxapian_reader *reader, cxapian_answer **answer) {
    return cxapian::guarded([&] {
        cxapian::Builder out;
        auto end = reader->database.postlist_end(std::string());
        for (auto document = reader->database.postlist_begin(std::string()); document != end; ++document) {
            out.u32(*document);
            out.u32(document.get_doclength());
        }
        *answer = out.answer();
    });
}
