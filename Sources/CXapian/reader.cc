// Reading outside a search. Lists come back whole or in batches, because a Xapian iterator cannot be held by Swift.
#include "Support.h"

using cxapian::Builder;
using cxapian::Cursor;
using cxapian::guarded;
using cxapian::string_of;

cxapian_error *cxapian_reader_open(const uint8_t *shards, size_t shards_count, cxapian_reader **reader) {
    std::string subject;
    return guarded(
        [&] {
            Cursor cursor(shards, shards_count);
            Xapian::Database database;
            while (!cursor.at_end()) {
                bool is_remote = cursor.u8() != 0;
                subject = cursor.bytes();
                if (!is_remote) {
                    database.add_database(Xapian::Database(cxapian::path_of(subject)));
                    continue;
                }
                uint32_t port = cursor.u32();
                uint32_t timeout = cursor.u32();
                uint32_t connect_timeout = cursor.u32();
                database.add_database(Xapian::Remote::open(subject, port, timeout, connect_timeout));
            }
            // Xapian refuses to search a Database without shards; an empty one in memory is what it advises.
            if (shards_count == 0) database = Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY);
            *reader = new cxapian_reader{database};
        },
        &subject);
}

void cxapian_reader_free(cxapian_reader *reader) { delete reader; }

cxapian_error *cxapian_reader_reopen(cxapian_reader *reader, bool *changed) {
    return guarded([&] { *changed = reader->database.reopen(); });
}

cxapian_error *cxapian_reader_statistics(const cxapian_reader *reader, cxapian_statistics *statistics) {
    return guarded([&] {
        const Xapian::Database &database = reader->database;
        *statistics = {database.get_doccount(), database.get_lastdocid(), database.get_total_length(),
                       database.get_avlength(), database.has_positions()};
    });
}

cxapian_error *cxapian_reader_uuid(const cxapian_reader *reader, cxapian_answer **answer) {
    return guarded([&] { *answer = new cxapian_answer{reader->database.get_uuid()}; });
}

cxapian_error *cxapian_reader_frequencies(const cxapian_reader *reader, const uint8_t *terms, size_t terms_count,
                                          cxapian_answer **answer) {
    return guarded([&] {
        Cursor cursor(terms, terms_count);
        Builder out;
        std::string term;
        while (!cursor.at_end()) {
            cursor.bytes(term);
            // Xapian would answer for the empty term with the number of all documents.
            bool is_term = !term.empty();
            out.u32(is_term ? reader->database.get_termfreq(term) : 0);
            out.u32(is_term ? reader->database.get_collection_freq(term) : 0);
        }
        *answer = out.answer();
    });
}

cxapian_error *cxapian_reader_terms(const cxapian_reader *reader, const uint8_t *prefix, size_t prefix_count,
                                    const uint8_t *after, size_t after_count, uint32_t limit,
                                    cxapian_answer **answer) {
    return guarded([&] {
        std::string start = string_of(prefix, prefix_count);
        std::string last = string_of(after, after_count);
        auto term = reader->database.allterms_begin(start);
        auto end = reader->database.allterms_end(start);
        if (!last.empty() && term != end) {
            term.skip_to(last);
            if (term != end && *term == last) ++term;
        }
        Builder out;
        for (uint32_t i = 0; i < limit && term != end; ++i, ++term) {
            out.bytes(*term);
            out.u32(term.get_termfreq());
        }
        *answer = out.answer();
    });
}

cxapian_error *cxapian_reader_postings(const cxapian_reader *reader, const uint8_t *term, size_t term_count,
                                       uint32_t first, uint32_t limit, cxapian_answer **answer) {
    return guarded([&] {
        std::string name = string_of(term, term_count);
        Builder out;
        // The empty term would list every document.
        if (!name.empty()) {
            auto posting = reader->database.postlist_begin(name);
            auto end = reader->database.postlist_end(name);
            if (first > 1 && posting != end) posting.skip_to(first);
            for (uint32_t i = 0; i < limit && posting != end; ++i, ++posting) out.u32(*posting);
        }
        *answer = out.answer();
    });
}

cxapian_error *cxapian_reader_document(const cxapian_reader *reader, uint32_t id, uint32_t parts,
                                       cxapian_answer **answer) {
    return guarded([&] {
        Xapian::Document document = reader->database.get_document(id);
        Builder out;
        out.bytes(parts & CXAPIAN_DATA ? document.get_data() : std::string());

        size_t place = out.reserve_u32();
        uint32_t count = 0;
        if (parts & CXAPIAN_VALUES) {
            for (auto value = document.values_begin(); value != document.values_end(); ++value, ++count) {
                out.u32(value.get_valueno());
                out.bytes(*value);
            }
        }
        out.set_u32(place, count);

        place = out.reserve_u32();
        count = 0;
        if (parts & CXAPIAN_TERMS) {
            for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term, ++count) {
                out.bytes(*term);
                out.u32(term.get_wdf());
                size_t positions_place = out.reserve_u32();
                uint32_t positions = 0;
                if (parts & CXAPIAN_POSITIONS) {
                    for (auto p = term.positionlist_begin(); p != term.positionlist_end(); ++p, ++positions) {
                        out.u32(*p);
                    }
                }
                out.set_u32(positions_place, positions);
            }
        }
        out.set_u32(place, count);
        *answer = out.answer();
    });
}

cxapian_error *cxapian_reader_metadata(const cxapian_reader *reader, const uint8_t *key, size_t key_count,
                                       cxapian_answer **answer) {
    return guarded(
        [&] { *answer = new cxapian_answer{reader->database.get_metadata(string_of(key, key_count))}; });
}

cxapian_error *cxapian_reader_metadata_keys(const cxapian_reader *reader, const uint8_t *prefix,
                                            size_t prefix_count, cxapian_answer **answer) {
    return guarded([&] {
        std::string start = string_of(prefix, prefix_count);
        Builder out;
        auto end = reader->database.metadata_keys_end(start);
        for (auto key = reader->database.metadata_keys_begin(start); key != end; ++key) out.bytes(*key);
        *answer = out.answer();
    });
}

cxapian_error *cxapian_reader_spelling(const cxapian_reader *reader, const uint8_t *word, size_t word_count,
                                       uint32_t maximum_edit_distance, cxapian_answer **answer) {
    return guarded([&] {
        *answer = new cxapian_answer{
            reader->database.get_spelling_suggestion(string_of(word, word_count), maximum_edit_distance)};
    });
}

cxapian_error *cxapian_reader_synonyms(const cxapian_reader *reader, const uint8_t *term, size_t term_count,
                                       cxapian_answer **answer) {
    return guarded([&] {
        std::string name = string_of(term, term_count);
        Builder out;
        auto end = reader->database.synonyms_end(name);
        for (auto synonym = reader->database.synonyms_begin(name); synonym != end; ++synonym) out.bytes(*synonym);
        *answer = out.answer();
    });
}
