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
void read_stream(const uint8_t *at, const uint8_t *end, Visit visit) {
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

class Sequence {
    std::vector<Element> elements;
    uint32_t window;  // 0: each element exactly at its offset
    // A bit for each last six bits of a key: most tokens are none of the elements, and that is seen at once.
    uint64_t endings = 0;
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

  public:
    Sequence(std::vector<Element> sequence, uint32_t width)
        : elements(std::move(sequence)), window(width), places(elements.size()) {
        for (const auto &element : elements) {
            for (uint32_t key : element.keys) endings |= uint64_t(1) << (key & 63);
        }
    }

    bool matches(const uint8_t *begin, const uint8_t *end) {
        if (places.empty()) return false;
        for (auto &list : places) list.clear();
        read_stream(begin, end, [&](uint32_t position, uint32_t key) {
            if (!(endings >> (key & 63) & 1)) return;
            for (size_t i = 0; i < elements.size(); ++i) {
                if (elements[i].has(key)) places[i].push_back(position);
            }
        });
        for (const auto &list : places) {
            if (list.empty()) return false;
        }
        return window == 0 ? in_order() : in_window();
    }
};

class SequenceSource : public cxapian::ValueFilter {
    Sequence sequence;

    bool matches(const std::string &stream) override {
        const auto *begin = reinterpret_cast<const uint8_t *>(stream.data());
        return sequence.matches(begin, begin + stream.size());
    }

  public:
    SequenceSource(Xapian::valueno slot, Sequence wanted) : ValueFilter(slot), sequence(std::move(wanted)) {}

    SequenceSource *clone() const override { return new SequenceSource(get_slot(), sequence); }
};

Sequence decode_elements(cxapian::Cursor &cursor) {
    uint32_t window = cursor.u32();
    uint32_t count = cursor.u32();
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
    return Sequence(std::move(elements), window);
}

}  // namespace

Xapian::Query cxapian::decode_sequence(Cursor &cursor) {
    Xapian::valueno slot = cursor.u32();
    return Xapian::Query((new SequenceSource(slot, decode_elements(cursor)))->release());
}

cxapian_error *cxapian_sequence_filter(const uint8_t *query, size_t query_count, const uint8_t *streams,
                                       const uint32_t *ends, size_t count, uint64_t *documents) {
    return cxapian::guarded([&] {
        cxapian::Cursor cursor(query, query_count);
        if (cursor.u8() != CXAPIAN_QUERY_SEQUENCE) throw Xapian::InvalidArgumentError("this query is no sequence");
        cursor.u32();
        Sequence sequence = decode_elements(cursor);
        for (size_t word = 0; word * 64 < count; ++word) {
            for (uint64_t rest = documents[word]; rest != 0; rest &= rest - 1) {
                size_t id = word * 64 + size_t(__builtin_ctzll(rest));
                if (id >= count) return;
                const uint8_t *begin = streams + (id > 0 ? ends[id - 1] : 0);
                if (!sequence.matches(begin, streams + ends[id])) documents[word] &= ~(rest & -rest);
            }
        }
    });
}
