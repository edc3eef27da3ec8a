// How hard zlib tries for Xapian's tables.
//
// Xapian 1.4 compresses stored data and term lists at zlib's default level (6) and has no setting for it. That is an
// eighth of the time of indexing. Level 1 writes an index about two per cent larger in a third of that time, and what
// either level wrote reads alike. This definition stands before zlib's own for everything that the program loads,
// because the linker exports what a shared library asks for; where it does not, Xapian calls zlib directly and all that
// is lost is the time. A caller that names a level gets that level.
#include <dlfcn.h>

namespace {

using Deflate = int (*)(void *, int, int, int, int, int, const char *, int);

constexpr int default_level = -1;
constexpr int fast_level = 1;
constexpr int stream_error = -2;

}  // namespace

extern "C" __attribute__((visibility("default"))) int deflateInit2_(void *stream, int level, int method, int window,
                                                                   int memory, int strategy, const char *version,
                                                                   int size) {
    static const auto real = reinterpret_cast<Deflate>(dlsym(RTLD_NEXT, "deflateInit2_"));
    if (real == nullptr) return stream_error;
    return real(stream, level == default_level ? fast_level : level, method, window, memory, strategy, version, size);
}
