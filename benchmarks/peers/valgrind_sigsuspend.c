/* Preloaded under valgrind only. Valgrind 3.19 (Debian 12) writes into the signal set that a program hands to sigsuspend;
   libdispatch's set is constant memory, so valgrind itself dies of it. The set is copied to where it may be written. */
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t copy = *mask;
    /* The kernel's set is eight bytes, the library's is larger. */
    return syscall(SYS_rt_sigsuspend, &copy, 8);
}
