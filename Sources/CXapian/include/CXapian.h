/* A pure C face for the parts of Xapian that the Swift module `Xapian` needs.
 *
 * Why a shim at all: Swift cannot catch a C++ exception, and Swift's C++ interoperability mode spreads to every
 * module that depends on one using it.  So every function here catches everything and reports it as a value.
 *
 * Conventions
 * - Every function that can fail returns NULL on success, else an error to be released with cxapian_error_free().
 *   After an error no out-parameter has been written.
 * - Byte strings are a pointer and a count; they may hold NUL bytes, and the pointer may be NULL if the count is 0.
 * - "Packed" data is one flat little-endian buffer; its grammar stands above the function that reads or writes it.
 *   In these grammars u8, u16, u32 and u64 are unsigned integers, f64 is an IEEE double and
 *   bytes = u32 count, then that many bytes.  A buffer that breaks its grammar is an error, never undefined behaviour.
 * - A handle may be used by one thread at a time; different handles may be used at the same time.
 */
#ifndef CXAPIAN_H
#define CXAPIAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Errors ---------------------------------------------------------------------------------------------------------- */

/* What was thrown.  `type` is Xapian's name of the error class, or one of the CXAPIAN_TYPE_ names. */
typedef struct cxapian_error {
    const char *type;
    const uint8_t *message;
    size_t message_count;
    const uint8_t *context;
    size_t context_count;
} cxapian_error;

/* Names for what is no Xapian::Error. */
#define CXAPIAN_TYPE_OUT_OF_MEMORY "OutOfMemory"
#define CXAPIAN_TYPE_NO_SPACE "NoSpace"
#define CXAPIAN_TYPE_STANDARD "StandardException"
#define CXAPIAN_TYPE_UNKNOWN "UnknownException"

void cxapian_error_free(cxapian_error *error);

/* Answers --------------------------------------------------------------------------------------------------------- */

/* Bytes owned by C++.  A Swift array cannot adopt a C++ string's storage, so it is lent and then freed. */
typedef struct cxapian_answer cxapian_answer;

const uint8_t *cxapian_answer_bytes(const cxapian_answer *answer);
size_t cxapian_answer_count(const cxapian_answer *answer);
void cxapian_answer_free(cxapian_answer *answer);

/* Writing --------------------------------------------------------------------------------------------------------- */

typedef struct cxapian_writer cxapian_writer;

enum cxapian_writer_mode {
    CXAPIAN_CREATE = 0,
    CXAPIAN_CREATE_OR_OVERWRITE = 1,
    CXAPIAN_CREATE_OR_OPEN = 2,
    CXAPIAN_OPEN = 3
};

enum cxapian_writer_options {
    CXAPIAN_NO_SYNC = 1,
    CXAPIAN_FULL_SYNC = 2,
    CXAPIAN_DANGEROUS = 4,
    CXAPIAN_NO_TERMLIST = 8,
    CXAPIAN_RETRY_LOCK = 16
};

cxapian_error *cxapian_writer_open(const uint8_t *path, size_t path_count, uint8_t mode, uint32_t options,
                                   uint32_t block_size, cxapian_writer **writer);
/* Commits, closes and reports what failed; the handle must still be freed. */
cxapian_error *cxapian_writer_close(cxapian_writer *writer);
/* Closes as Xapian's destructor does: pending changes are committed, a failure of that is lost. */
void cxapian_writer_free(cxapian_writer *writer);

/* document = { record }
 * record   = u8 1, bytes                                      stored data
 *          | u8 2, u32 slot, bytes                            a value
 *          | u8 3, bytes                                      a boolean term
 *          | u8 4, bytes, u32 wdf, u32 n, n * u32 position    a term
 * A repeated term adds up; of repeated data or of one slot's values, the last one stays. */
cxapian_error *cxapian_writer_add(cxapian_writer *writer, const uint8_t *document, size_t document_count,
                                  uint32_t *id);
cxapian_error *cxapian_writer_replace(cxapian_writer *writer, uint32_t id, const uint8_t *document,
                                      size_t document_count);
cxapian_error *cxapian_writer_replace_term(cxapian_writer *writer, const uint8_t *term, size_t term_count,
                                           const uint8_t *document, size_t document_count, uint32_t *id);
cxapian_error *cxapian_writer_delete(cxapian_writer *writer, uint32_t id);
cxapian_error *cxapian_writer_delete_term(cxapian_writer *writer, const uint8_t *term, size_t term_count);

cxapian_error *cxapian_writer_commit(cxapian_writer *writer);
cxapian_error *cxapian_writer_begin_transaction(cxapian_writer *writer, bool flushed);
cxapian_error *cxapian_writer_commit_transaction(cxapian_writer *writer);
cxapian_error *cxapian_writer_cancel_transaction(cxapian_writer *writer);

cxapian_error *cxapian_writer_set_metadata(cxapian_writer *writer, const uint8_t *key, size_t key_count,
                                           const uint8_t *value, size_t value_count);
cxapian_error *cxapian_writer_add_spelling(cxapian_writer *writer, const uint8_t *word, size_t word_count,
                                           uint32_t frequency);
cxapian_error *cxapian_writer_remove_spelling(cxapian_writer *writer, const uint8_t *word, size_t word_count,
                                              uint32_t frequency);
cxapian_error *cxapian_writer_add_synonym(cxapian_writer *writer, const uint8_t *term, size_t term_count,
                                          const uint8_t *synonym, size_t synonym_count);
cxapian_error *cxapian_writer_remove_synonym(cxapian_writer *writer, const uint8_t *term, size_t term_count,
                                             const uint8_t *synonym, size_t synonym_count);
cxapian_error *cxapian_writer_clear_synonyms(cxapian_writer *writer, const uint8_t *term, size_t term_count);

/* Reading --------------------------------------------------------------------------------------------------------- */

typedef struct cxapian_reader cxapian_reader;

/* shards = { shard };  a reader over several shards reads them as one database.
 * shard  = u8 0, bytes path
 *        | u8 1, bytes host, u32 port, u32 timeout, u32 connect timeout      both in milliseconds, 0 = none */
cxapian_error *cxapian_reader_open(const uint8_t *shards, size_t shards_count, cxapian_reader **reader);
/* A reader that sees the writer's changes before they are committed; it must not outlive the writer's close. */
cxapian_error *cxapian_reader_of_writer(const cxapian_writer *writer, cxapian_reader **reader);
void cxapian_reader_free(cxapian_reader *reader);
cxapian_error *cxapian_reader_reopen(cxapian_reader *reader, bool *changed);

typedef struct cxapian_statistics {
    uint32_t document_count;
    uint32_t last_document_id;
    uint64_t total_length;
    double average_length;
    bool has_positions;
} cxapian_statistics;

cxapian_error *cxapian_reader_statistics(const cxapian_reader *reader, cxapian_statistics *statistics);
cxapian_error *cxapian_reader_uuid(const cxapian_reader *reader, cxapian_answer **answer);

/* terms = { bytes };  answer = { u32 documents with it, u32 occurrences }, in the order of the terms. */
cxapian_error *cxapian_reader_frequencies(const cxapian_reader *reader, const uint8_t *terms, size_t terms_count,
                                          cxapian_answer **answer);
/* Up to `limit` terms that start with `prefix` and sort after `after` (all of them if `after_count` is 0).
 * answer = { bytes term, u32 documents with it }, in byte order. */
cxapian_error *cxapian_reader_terms(const cxapian_reader *reader, const uint8_t *prefix, size_t prefix_count,
                                    const uint8_t *after, size_t after_count, uint32_t limit,
                                    cxapian_answer **answer);
/* answer = { u32 document id }, ascending, at most `limit`, all at or above `first`. */
cxapian_error *cxapian_reader_postings(const cxapian_reader *reader, const uint8_t *term, size_t term_count,
                                       uint32_t first, uint32_t limit, cxapian_answer **answer);
/* The posting lists of all terms that sort after `after` (of all terms if `after_count` is 0), whole lists until there are
 * `budget` bytes. answer = { bytes term, u32 n, n * (u32 document id, u32 wdf) }, in byte order. */
cxapian_error *cxapian_reader_posting_lists(const cxapian_reader *reader, const uint8_t *after, size_t after_count,
                                            size_t budget, cxapian_answer **answer);
/* The values of a slot, of documents from `first` on, until there are `budget` bytes.
 * answer = { u32 document id, bytes value }, ascending. */
cxapian_error *cxapian_reader_values(const cxapian_reader *reader, uint32_t slot, uint32_t first, size_t budget,
                                     cxapian_answer **answer);
/* answer = { u32 document id, u32 length }, ascending. */
cxapian_error *cxapian_reader_lengths(const cxapian_reader *reader, cxapian_answer **answer);

enum cxapian_document_parts {
    CXAPIAN_DATA = 1,
    CXAPIAN_VALUES = 2,
    CXAPIAN_TERMS = 4,
    CXAPIAN_POSITIONS = 8
};

/* answer = bytes data, u32 n, n * (u32 slot, bytes value), u32 n, n * (bytes term, u32 wdf, u32 m, m * u32 position);
 * a part not asked for is empty. */
cxapian_error *cxapian_reader_document(const cxapian_reader *reader, uint32_t id, uint32_t parts,
                                       cxapian_answer **answer);

/* answer = the metadata's own bytes */
cxapian_error *cxapian_reader_metadata(const cxapian_reader *reader, const uint8_t *key, size_t key_count,
                                       cxapian_answer **answer);
/* answer = { bytes key } */
cxapian_error *cxapian_reader_metadata_keys(const cxapian_reader *reader, const uint8_t *prefix,
                                            size_t prefix_count, cxapian_answer **answer);
/* answer = the suggestion's own bytes, none if there is none */
cxapian_error *cxapian_reader_spelling(const cxapian_reader *reader, const uint8_t *word, size_t word_count,
                                       uint32_t maximum_edit_distance, cxapian_answer **answer);
/* answer = { bytes synonym } */
cxapian_error *cxapian_reader_synonyms(const cxapian_reader *reader, const uint8_t *term, size_t term_count,
                                       cxapian_answer **answer);

/* Searching ------------------------------------------------------------------------------------------------------- */

/* The query is in prefix order, nested at most CXAPIAN_MAXIMUM_QUERY_DEPTH deep, and fills its buffer:
 * query = u8 0                                           nothing
 *       | u8 1                                           every document
 *       | u8 2, u32 wqf, bytes term
 *       | u8 3..10, u32 n, n * query                     and, or, and-not, and-maybe, filter, xor, synonym, max
 *       | u8 11, u32 n, u32 count, n * query             elite set
 *       | u8 12 | 13, u32 n, u32 window, n * query       phrase, near
 *       | u8 14, f64 factor, query                       scale weight
 *       | u8 15, u32 limit, u8 overflow (0 error, 1 first, 2 most frequent), u8 combiner (or, synonym or max as
 *         above), bytes prefix                           wildcard
 *       | u8 16, u32 slot, bytes from, bytes to          value range, both ends included
 *       | u8 17 | 18, u32 slot, bytes                    value at most, value at least
 *       | u8 19, u32 slot, u32 window, u32 n, n * { u32 offset, u32 k, k * u32 key }
 *                                                        documents whose slot holds a token stream with one of each
 *         element's keys: within the window, or, where it is 0, each at its offset from the first element
 *       | u8 20, u32 slot, query                         documents that share their value with a match; run at once
 *       | u8 21, u32 slot, f64 reference, f64 half-life  documents with a value, weighing 0 to 1: the value, or, where
 *         the half-life is not 0, one half to the power of how many half-lives it lies before the reference
 * stream = { varint distance from the position before (7 bits a byte, the lowest first), u32 key } */
#define CXAPIAN_MAXIMUM_QUERY_DEPTH 200

enum cxapian_query_code {
    CXAPIAN_QUERY_NOTHING = 0,
    CXAPIAN_QUERY_ALL = 1,
    CXAPIAN_QUERY_TERM = 2,
    CXAPIAN_QUERY_AND = 3,
    CXAPIAN_QUERY_OR = 4,
    CXAPIAN_QUERY_AND_NOT = 5,
    CXAPIAN_QUERY_AND_MAYBE = 6,
    CXAPIAN_QUERY_FILTER = 7,
    CXAPIAN_QUERY_XOR = 8,
    CXAPIAN_QUERY_SYNONYM = 9,
    CXAPIAN_QUERY_MAX = 10,
    CXAPIAN_QUERY_ELITE_SET = 11,
    CXAPIAN_QUERY_PHRASE = 12,
    CXAPIAN_QUERY_NEAR = 13,
    CXAPIAN_QUERY_SCALE = 14,
    CXAPIAN_QUERY_WILDCARD = 15,
    CXAPIAN_QUERY_VALUE_RANGE = 16,
    CXAPIAN_QUERY_VALUE_AT_MOST = 17,
    CXAPIAN_QUERY_VALUE_AT_LEAST = 18,
    CXAPIAN_QUERY_SEQUENCE = 19,
    CXAPIAN_QUERY_GROUPS = 20,
    CXAPIAN_QUERY_VALUE_WEIGHT = 21
};

enum cxapian_weighting { CXAPIAN_BM25 = 0, CXAPIAN_BOOLEAN = 1, CXAPIAN_TFIDF = 2 };

enum cxapian_sort {
    CXAPIAN_BY_RELEVANCE = 0,
    CXAPIAN_BY_VALUE = 1,
    CXAPIAN_BY_VALUE_THEN_RELEVANCE = 2,
    CXAPIAN_BY_RELEVANCE_THEN_VALUE = 3
};

enum cxapian_id_order { CXAPIAN_ASCENDING = 0, CXAPIAN_DESCENDING = 1, CXAPIAN_ANY_ORDER = 2 };

typedef struct cxapian_search_options {
    uint32_t offset;
    uint32_t limit;
    uint32_t check_at_least;
    uint8_t weighting;
    double bm25[5];                     /* k1, k2, k3, b, minimum normalised length */
    const uint8_t *tfidf_normalisations; /* three characters */
    size_t tfidf_normalisations_count;
    uint8_t sort;
    bool sort_descending;
    uint32_t sort_slot;
    uint8_t id_order;
    uint32_t collapse_maximum; /* 0 = no collapsing */
    uint32_t collapse_slot;
    const uint32_t *facet_slots;
    size_t facet_count;
    const uint32_t *value_slots;
    size_t value_count;
    bool wants_data;
    bool wants_matching_terms;
    uint32_t percent_cutoff;
    double weight_cutoff;
    double time_limit; /* seconds, 0 = none */
} cxapian_search_options;

/* answer = u32 lower bound, estimate, upper bound of matches, then the same three before collapsing,
 *          f64 greatest weight possible, f64 greatest weight attained,
 *          u32 n, n * hit, u32 documents seen by the facets, u32 m, m * facet
 * hit    = u32 id, u32 percent, f64 weight, u32 collapse count, bytes collapse key, bytes data,
 *          one bytes per value slot asked for, u32 n, n * bytes matching term
 * facet  = u32 slot, u32 n, n * (bytes value, u32 count) */
cxapian_error *cxapian_search(const cxapian_reader *reader, const uint8_t *query, size_t query_count,
                              const cxapian_search_options *options, cxapian_answer **answer);

/* Every match of a query, unranked. answer = { u64 }: document n is bit n % 64 of word n / 64. */
cxapian_error *cxapian_matches(const cxapian_reader *reader, const uint8_t *query, size_t query_count,
                               cxapian_answer **answer);

/* Takes out of a set those documents whose token streams a sequence does not match: code 19 of the queries above, the slot
 * of which does not count. Stream n lies before ends[n] in `streams`, and document n is bit n % 64 of documents[n / 64]. */
cxapian_error *cxapian_sequence_filter(const uint8_t *query, size_t query_count, const uint8_t *streams,
                                       const uint32_t *ends, size_t count, uint64_t *documents);

/* Maintenance ----------------------------------------------------------------------------------------------------- */

enum cxapian_compact_options {
    CXAPIAN_COMPACT_MULTIPASS = 1,
    CXAPIAN_COMPACT_KEEP_IDS = 2,
    CXAPIAN_COMPACT_SINGLE_FILE = 4
};

/* sources = { bytes path };  level 0 standard, 1 full, 2 fuller;  block_size 0 = Xapian's default. */
cxapian_error *cxapian_compact(const uint8_t *sources, size_t sources_count, const uint8_t *destination,
                               size_t destination_count, uint32_t options, uint32_t level, uint32_t block_size);
/* answer = the report's own bytes, lines of text */
cxapian_error *cxapian_check(const uint8_t *path, size_t path_count, uint64_t *problems, cxapian_answer **answer);

/* Text ------------------------------------------------------------------------------------------------------------ */

typedef struct cxapian_stemmer cxapian_stemmer;

cxapian_error *cxapian_stemmer_open(const uint8_t *language, size_t language_count, cxapian_stemmer **stemmer);
void cxapian_stemmer_free(cxapian_stemmer *stemmer);
/* The stem belongs to the stemmer and stays valid until its next call. */
cxapian_error *cxapian_stem(cxapian_stemmer *stemmer, const uint8_t *word, size_t word_count, const uint8_t **stem,
                            size_t *stem_count);
/* answer = names separated by spaces */
cxapian_error *cxapian_stemmer_available(cxapian_answer **answer);

/* Writes at most 9 bytes and returns how many. */
size_t cxapian_sortable_serialise(double value, uint8_t bytes[9]);
cxapian_error *cxapian_sortable_unserialise(const uint8_t *bytes, size_t count, double *value);

#ifdef __cplusplus
}
#endif

#endif
