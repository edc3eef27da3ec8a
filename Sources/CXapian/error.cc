// Exceptions to values, and the answers' life.
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <new>

#include "Support.h"

namespace {

/// Handed out when not even an error can be allocated; never freed.
cxapian_error out_of_memory = {CXAPIAN_TYPE_OUT_OF_MEMORY, nullptr, 0, nullptr, 0};

/// One block: the struct, then the bytes of message and context. `type` must be a string of static storage.
cxapian_error *make_error(const char *type, const std::string &message, const std::string &context) noexcept {
    void *block = std::malloc(sizeof(cxapian_error) + message.size() + context.size());
    if (!block) return &out_of_memory;
    auto *error = static_cast<cxapian_error *>(block);
    auto *bytes = reinterpret_cast<uint8_t *>(error + 1);
    std::memcpy(bytes, message.data(), message.size());
    std::memcpy(bytes + message.size(), context.data(), context.size());
    *error = {type, bytes, message.size(), bytes + message.size(), context.size()};
    return error;
}

/// Xapian has no error class of its own for a full disk; it only keeps the system's words for errno.
bool is_no_space(const Xapian::Error &error) {
    const char *reason = error.get_error_string();
    return reason && std::strcmp(reason, std::strerror(ENOSPC)) == 0;
}

cxapian_error *from_xapian(const Xapian::Error &error, const std::string *subject) {
    const std::string type = error.get_type();
    // Xapian quotes the wildcard, which is a person's query. Queries must not end up in errors that may be logged.
    std::string message = type == "WildcardError" ? "a wildcard expands to more terms than its limit allows"
                                                  : error.get_msg();
    if (const char *reason = error.get_error_string()) message.append(": ").append(reason);
    std::string context = error.get_context();
    if (context.empty() && subject) context = *subject;
    // get_type() points at a literal inside Xapian, so it outlives the exception.
    return make_error(is_no_space(error) ? CXAPIAN_TYPE_NO_SPACE : error.get_type(), message, context);
}

}  // namespace

cxapian_error *cxapian::classify(const std::string *subject) noexcept {
    try {
        try {
            throw;
        } catch (const Xapian::Error &error) {
            return from_xapian(error, subject);
        } catch (const std::bad_alloc &) {
            return &out_of_memory;
        } catch (const std::exception &error) {
            return make_error(CXAPIAN_TYPE_STANDARD, error.what(), subject ? *subject : std::string());
        } catch (...) {
            return make_error(CXAPIAN_TYPE_UNKNOWN, std::string(), subject ? *subject : std::string());
        }
    } catch (...) {
        // Only building the error's strings can throw here.
        return &out_of_memory;
    }
}

void cxapian_error_free(cxapian_error *error) {
    if (error != &out_of_memory) std::free(error);
}

const uint8_t *cxapian_answer_bytes(const cxapian_answer *answer) {
    return reinterpret_cast<const uint8_t *>(answer->bytes.data());
}

size_t cxapian_answer_count(const cxapian_answer *answer) { return answer->bytes.size(); }

void cxapian_answer_free(cxapian_answer *answer) { delete answer; }
