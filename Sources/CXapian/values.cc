// All values of a slot, for who keeps them in a form of his own.
#include "Support.h"

cxapian_error *cxapian_reader_values(const cxapian_reader *reader, uint32_t slot, uint32_t first, size_t budget,
                                     cxapian_answer **answer) {
    return cxapian::guarded([&] {
        cxapian::Builder out;
        auto value = reader->database.valuestream_begin(slot);
        auto end = reader->database.valuestream_end(slot);
        if (value != end) value.skip_to(first);
        for (; value != end && out.size() < budget; ++value) {
            out.u32(value.get_docid());
            out.bytes(*value);
        }
        *answer = out.answer();
    });
}
