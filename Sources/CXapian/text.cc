// Stemming and sortable numbers: both are C++ functions over std::string, a type that Swift cannot pass.
#include "Support.h"

struct cxapian_stemmer {
    Xapian::Stem stem;
    std::string result;
};

cxapian_error *cxapian_stemmer_open(const uint8_t *language, size_t language_count, cxapian_stemmer **stemmer) {
    std::string subject;
    return cxapian::guarded(
        [&] {
            subject = cxapian::string_of(language, language_count);
            *stemmer = new cxapian_stemmer{Xapian::Stem(subject), {}};
        },
        &subject);
}

void cxapian_stemmer_free(cxapian_stemmer *stemmer) { delete stemmer; }

cxapian_error *cxapian_stem(cxapian_stemmer *stemmer, const uint8_t *word, size_t word_count, const uint8_t **stem,
                            size_t *stem_count) {
    return cxapian::guarded([&] {
        stemmer->result = stemmer->stem(cxapian::string_of(word, word_count));
        *stem = reinterpret_cast<const uint8_t *>(stemmer->result.data());
        *stem_count = stemmer->result.size();
    });
}

cxapian_error *cxapian_stemmer_available(cxapian_answer **answer) {
    return cxapian::guarded([&] { *answer = new cxapian_answer{Xapian::Stem::get_available_languages()}; });
}

size_t cxapian_sortable_serialise(double value, uint8_t bytes[9]) {
    // The variant that writes into a buffer cannot throw.
    return Xapian::sortable_serialise_(value, reinterpret_cast<char *>(bytes));
}

cxapian_error *cxapian_sortable_unserialise(const uint8_t *bytes, size_t count, double *value) {
    return cxapian::guarded([&] { *value = Xapian::sortable_unserialise(cxapian::string_of(bytes, count)); });
}
