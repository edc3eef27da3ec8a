// Writing. The handle hides a C++ object that Swift can neither hold nor destroy by itself.
#include "Support.h"

struct cxapian_writer {
    Xapian::WritableDatabase database;
};

namespace {

int action_of(uint8_t mode) {
    switch (mode) {
        case CXAPIAN_CREATE: return Xapian::DB_CREATE;
        case CXAPIAN_CREATE_OR_OVERWRITE: return Xapian::DB_CREATE_OR_OVERWRITE;
        case CXAPIAN_CREATE_OR_OPEN: return Xapian::DB_CREATE_OR_OPEN;
        case CXAPIAN_OPEN: return Xapian::DB_OPEN;
        default: throw Xapian::InvalidArgumentError("unknown mode");
    }
}

int flags_of(uint32_t options) {
    int flags = 0;
    if (options & CXAPIAN_NO_SYNC) flags |= Xapian::DB_NO_SYNC;
    if (options & CXAPIAN_FULL_SYNC) flags |= Xapian::DB_FULL_SYNC;
    if (options & CXAPIAN_DANGEROUS) flags |= Xapian::DB_DANGEROUS;
    if (options & CXAPIAN_NO_TERMLIST) flags |= Xapian::DB_NO_TERMLIST;
    if (options & CXAPIAN_RETRY_LOCK) flags |= Xapian::DB_RETRY_LOCK;
    return flags;
}

}  // namespace

using cxapian::guarded;
using cxapian::string_of;

cxapian_error *cxapian_writer_open(const uint8_t *path, size_t path_count, uint8_t mode, uint32_t options,
                                   uint32_t block_size, cxapian_writer **writer) {
    std::string subject;
    return guarded(
        [&] {
            subject = string_of(path, path_count);
            int flags = action_of(mode) | flags_of(options);
            *writer = new cxapian_writer{
                Xapian::WritableDatabase(cxapian::path_of(subject), flags, int(block_size))};
        },
        &subject);
}

cxapian_error *cxapian_writer_close(cxapian_writer *writer) {
    return guarded([&] { writer->database.close(); });
}

void cxapian_writer_free(cxapian_writer *writer) { delete writer; }

cxapian_error *cxapian_writer_add(cxapian_writer *writer, const uint8_t *document, size_t document_count,
                                  uint32_t *id) {
    return guarded(
        [&] { *id = writer->database.add_document(cxapian::decode_document(document, document_count)); });
}

cxapian_error *cxapian_writer_replace(cxapian_writer *writer, uint32_t id, const uint8_t *document,
                                      size_t document_count) {
    return guarded(
        [&] { writer->database.replace_document(id, cxapian::decode_document(document, document_count)); });
}

cxapian_error *cxapian_writer_replace_term(cxapian_writer *writer, const uint8_t *term, size_t term_count,
                                           const uint8_t *document, size_t document_count, uint32_t *id) {
    return guarded([&] {
        *id = writer->database.replace_document(string_of(term, term_count),
                                                cxapian::decode_document(document, document_count));
    });
}

cxapian_error *cxapian_writer_delete(cxapian_writer *writer, uint32_t id) {
    return guarded([&] { writer->database.delete_document(id); });
}

cxapian_error *cxapian_writer_delete_term(cxapian_writer *writer, const uint8_t *term, size_t term_count) {
    return guarded([&] { writer->database.delete_document(string_of(term, term_count)); });
}

cxapian_error *cxapian_writer_commit(cxapian_writer *writer) {
    return guarded([&] { writer->database.commit(); });
}

cxapian_error *cxapian_writer_begin_transaction(cxapian_writer *writer, bool flushed) {
    return guarded([&] { writer->database.begin_transaction(flushed); });
}

cxapian_error *cxapian_writer_commit_transaction(cxapian_writer *writer) {
    return guarded([&] { writer->database.commit_transaction(); });
}

cxapian_error *cxapian_writer_cancel_transaction(cxapian_writer *writer) {
    return guarded([&] { writer->database.cancel_transaction(); });
}

cxapian_error *cxapian_writer_set_metadata(cxapian_writer *writer, const uint8_t *key, size_t key_count,
                                           const uint8_t *value, size_t value_count) {
    return guarded(
        [&] { writer->database.set_metadata(string_of(key, key_count), string_of(value, value_count)); });
}

cxapian_error *cxapian_writer_add_spelling(cxapian_writer *writer, const uint8_t *word, size_t word_count,
                                           uint32_t frequency) {
    return guarded([&] { writer->database.add_spelling(string_of(word, word_count), frequency); });
}

cxapian_error *cxapian_writer_remove_spelling(cxapian_writer *writer, const uint8_t *word, size_t word_count,
                                              uint32_t frequency) {
    return guarded([&] { writer->database.remove_spelling(string_of(word, word_count), frequency); });
}

cxapian_error *cxapian_writer_add_synonym(cxapian_writer *writer, const uint8_t *term, size_t term_count,
                                          const uint8_t *synonym, size_t synonym_count) {
    return guarded(
        [&] { writer->database.add_synonym(string_of(term, term_count), string_of(synonym, synonym_count)); });
}

cxapian_error *cxapian_writer_remove_synonym(cxapian_writer *writer, const uint8_t *term, size_t term_count,
                                             const uint8_t *synonym, size_t synonym_count) {
    return guarded(
        [&] { writer->database.remove_synonym(string_of(term, term_count), string_of(synonym, synonym_count)); });
}

cxapian_error *cxapian_writer_clear_synonyms(cxapian_writer *writer, const uint8_t *term, size_t term_count) {
    return guarded([&] { writer->database.clear_synonyms(string_of(term, term_count)); });
}

cxapian_error *cxapian_reader_of_writer(const cxapian_writer *writer, cxapian_reader **reader) {
    // Sliced on purpose: a Database made from a WritableDatabase shares its internals.
    return guarded([&] { *reader = new cxapian_reader{Xapian::Database(writer->database)}; });
}
