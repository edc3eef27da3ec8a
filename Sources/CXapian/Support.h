// What every file of the shim needs: reading and building flat buffers, and the one way an exception becomes a value.
#ifndef CXAPIAN_SUPPORT_H
#define CXAPIAN_SUPPORT_H

#include <xapian.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>

#include "CXapian.h"

struct cxapian_answer {
    std::string bytes;
};

struct cxapian_reader {
    Xapian::Database database;
};

namespace cxapian {

/// Turns the exception in flight into an error. The only place that knows exception types.
/// @param subject What the call was about (a path, a host), used where Xapian gives no context; may be null.
cxapian_error *classify(const std::string *subject) noexcept;

/// Runs `body` and lets no exception out, because an exception that reaches a Swift frame ends the process.
template <typename Body>
cxapian_error *guarded(Body &&body, const std::string *subject = nullptr) noexcept {
    try {
        body();
        return nullptr;
    } catch (...) {
        return classify(subject);
    }
}

inline std::string string_of(const uint8_t *bytes, size_t count) {
    return count == 0 ? std::string() : std::string(reinterpret_cast<const char *>(bytes), count);
}

/// A path as Xapian takes it; it hands paths to the operating system, which would stop at a NUL byte.
inline std::string path_of(std::string path) {
    if (path.empty()) throw Xapian::InvalidArgumentError("a path must not be empty");
    if (path.find('\0') != std::string::npos) {
        throw Xapian::InvalidArgumentError("a path must not hold a NUL byte");
    }
    return path;
}

/// Reads a packed buffer; running past its end throws.
class Cursor {
  public:
    Cursor(const uint8_t *bytes, size_t count) : at(bytes), left(count) {}

    bool at_end() const { return left == 0; }
    size_t remaining() const { return left; }

    uint8_t u8() { return *take(1); }

    uint32_t u32() {
        const uint8_t *p = take(4);
        return uint32_t(p[0]) | uint32_t(p[1]) << 8 | uint32_t(p[2]) << 16 | uint32_t(p[3]) << 24;
    }

    double f64() {
        uint64_t low = u32();
        uint64_t bits = low | uint64_t(u32()) << 32;
        double value;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }

    /// Assigns into `into`, so that a caller in a loop can reuse one string's storage.
    void bytes(std::string &into) {
        size_t count = u32();
        const uint8_t *p = take(count);
        into.assign(reinterpret_cast<const char *>(p), count);
    }

    std::string bytes() {
        std::string result;
        bytes(result);
        return result;
    }

  private:
    const uint8_t *take(size_t count) {
        if (count > left) throw Xapian::InvalidArgumentError("malformed buffer: it ends too early");
        const uint8_t *start = at;
        at += count;
        left -= count;
        return start;
    }

    const uint8_t *at;
    size_t left;
};

/// Builds a packed buffer.
class Builder {
  public:
    void u32(uint32_t value) {
        char p[4] = {char(value), char(value >> 8), char(value >> 16), char(value >> 24)};
        buffer.append(p, 4);
    }

    void u64(uint64_t value) {
        u32(uint32_t(value));
        u32(uint32_t(value >> 32));
    }

    void f64(double value) {
        uint64_t bits;
        std::memcpy(&bits, &value, sizeof bits);
        u64(bits);
    }

    void bytes(const std::string &value) {
        if (value.size() > UINT32_MAX) throw Xapian::RangeError("a byte string is longer than 4 GiB");
        u32(uint32_t(value.size()));
        buffer.append(value);
    }

    /// Leaves room for a count that is only known later.
    size_t reserve_u32() {
        u32(0);
        return buffer.size() - 4;
    }

    void set_u32(size_t place, uint32_t value) {
        for (int i = 0; i < 4; ++i) buffer[place + i] = char(value >> (8 * i));
    }

    size_t size() const { return buffer.size(); }

    cxapian_answer *answer() { return new cxapian_answer{std::move(buffer)}; }

  private:
    std::string buffer;
};

/// Decodes a packed document; see cxapian_writer_add().
Xapian::Document decode_document(const uint8_t *bytes, size_t count);

/// Decodes a packed query for a database; see cxapian_search().
Xapian::Query decode_query(const Xapian::Database &database, const uint8_t *bytes, size_t count);

/// Decodes what follows the code of a sequence.
Xapian::Query decode_sequence(Cursor &cursor);

/// Decodes what follows the code of a value's weight.
Xapian::Query decode_value_weight(Cursor &cursor);

/// All documents that share their value in a slot with any match of a query. The query is run at once.
Xapian::Query groups_of(const Xapian::Database &database, Xapian::valueno slot, const Xapian::Query &query);

}  // namespace cxapian

#endif
