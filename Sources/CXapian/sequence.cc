// Tokens near each other, by a stream of tokens that a value slot holds. A source of postings is a C++ class with
// virtual functions, which Swift cannot subclass.
//
// Xapian's own positions are one B-tree item for each term of each document: on German statutes half of the time of
// indexing and a third of the index. The stream is one value a document and is read only for documents that have all
// the terms.
#include <algorithm>
#include <vector>

#include "Support.h"
#include "ValueFilter.h"

namespace {

// What one place of the sequence may be: any of some keys, at a distance from the first place.
struct Element {
    std::vector<uint32_t> keys;  // sorted
    uint32_t offset;

    bool has(uint32_t key) const { return std::binary_search(keys.begin(), keys.end(), key); }
};

// Calls `visit(position, key)` for every token until the stream ends; a stream that is cut off ends before its cut.
template <typename Visit>
void read_stream(const std::string &stream, Visit visit) {
    const auto *at = reinterpret_cast<const unsigned char *>(stream.data());
    const auto *end = at + stream.size();
    uint32_t position = 0;
    while (at < end) {
        uint32_t delta = 0;
        unsigned shift = 0;
        while (at < end && (*at & 0x80) && shift < 28) {
            delta |= uint32_t(*at++ & 0x7F) << shift;
            shift += 7;
        }
        if (end - at < 5) return;
        delta |= uint32_t(*at++) << shift;
        position += delta;
        uint32_t key = uint32_t(at[0]) | uint32_t(at[1]) << 8 | uint32_t(at[2]) << 16 | uint32_t(at[3]) << 24;
        at += 4;
        visit(position, key);
    }
}

class SequenceSource : public cxapian::ValueFilter {
    const std::vector<Element> elements;
    const uint32_t window;  // 0: each element exactly at its offset
    // The positions of each element in the document that is looked at; kept to save allocations.
    std::vector<std::vector<uint32_t>> places;

    bool in_order() const {
        for (uint32_t first : places[0]) {
            bool all = true;
            for (size_t i = 1; i < elements.size() && all; ++i) {
                uint32_t wanted = first - elements[0].offset + elements[i].offset;
                all = std::binary_search(places[i].begin(), places[i].end(), wanted);
            }
            if (all) return true;
        }
        return false;
    }

    // One position of each element, all within the window: the list that is furthest behind moves on.
    bool in_window() const {
        std::vector<size_t> at(places.size(), 0);
        while (true) {
            size_t lowest = 0;
            uint32_t low = UINT32_MAX, high = 0;
            for (size_t i = 0; i < places.size(); ++i) {
                uint32_t place = places[i][at[i]];
                if (place < low) {
                    low = place;
                    lowest = i;
                }
                high = std::max(high, place);
            }
            if (high - low < window) return true;
            if (++at[lowest] == places[lowest].size()) return false;
        }
    }

    bool matches(const std::string &stream) override {
        for (auto &list : places) list.clear();
        read_stream(stream, [&](uint32_t position, uint32_t key) {
            for (size_t i = 0; i < elements.size(); ++i) {
                if (elements[i].has(key)) places[i].push_back(position);
            }
        });
        for (const auto &list : places) {
            if (list.empty()) return false;
        }
        return window == 0 ? in_order() : in_window();
    }

  public:
    SequenceSource(Xapian::valueno slot, std::vector<Element> sequence, uint32_t width)
        : ValueFilter(slot), elements(std::move(sequence)), window(width), places(elements.size()) {}

    SequenceSource *clone() const override { return new SequenceSource(get_slot(), elements, window); }
};

}  // namespace

Xapian::Query cxapian::decode_sequence(Cursor &cursor) {
    Xapian::valueno slot = cursor.u32();
    uint32_t window = cursor.u32();
    uint32_t count = cursor.u32();
    if (count == 0) return Xapian::Query();
    std::vector<Element> elements;
    for (uint32_t i = 0; i < count; ++i) {
        Element element;
        element.offset = cursor.u32();
        uint32_t keys = cursor.u32();
        if (keys > cursor.remaining() / 4) {
            throw Xapian::InvalidArgumentError("malformed query: more keys than bytes");
        }
        for (uint32_t k = 0; k < keys; ++k) element.keys.push_back(cursor.u32());
        std::sort(element.keys.begin(), element.keys.end());
        elements.push_back(std::move(element));
    }
    return Xapian::Query((new SequenceSource(slot, std::move(elements), window))->release());
}
