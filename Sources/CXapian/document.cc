// A packed document to a Xapian::Document: one call a document instead of one a posting, because every call from
// Swift into C++ would cost a string of its own.
#include "Support.h"

namespace {

enum Record : uint8_t { data = 1, value = 2, boolean_term = 3, term = 4 };

}  // namespace

Xapian::Document cxapian::decode_document(const uint8_t *bytes, size_t count) {
    Cursor cursor(bytes, count);
    Xapian::Document document;
    std::string text;
    while (!cursor.at_end()) {
        switch (cursor.u8()) {
            case Record::data:
                cursor.bytes(text);
                document.set_data(text);
                break;
            case Record::value: {
                Xapian::valueno slot = cursor.u32();
                cursor.bytes(text);
                document.add_value(slot, text);
                break;
            }
            case Record::boolean_term:
                cursor.bytes(text);
                document.add_boolean_term(text);
                break;
            case Record::term: {
                cursor.bytes(text);
                Xapian::termcount wdf = cursor.u32();
                uint32_t positions = cursor.u32();
                if (positions == 0) {
                    document.add_term(text, wdf);
                    break;
                }
                // The whole wdf goes with the first position: Xapian looks the term up at every call, and a separate
                // add_term() would be one more.
                for (uint32_t i = 0; i < positions; ++i) {
                    document.add_posting(text, cursor.u32(), i == 0 ? wdf : 0);
                }
                break;
            }
            default:
                throw Xapian::InvalidArgumentError("malformed document: unknown record");
        }
    }
    return document;
}
