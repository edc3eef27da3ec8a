"""What a run's figures belong to: the machine, and the state of the project."""
import os
import pathlib
import platform
import subprocess


def describe():
    """results.json's `machine`."""
    return {"cpu": _processor(), "cores": len(os.sched_getaffinity(0)),
            "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
            "system": f"{_distribution()}, Linux {platform.release()}", "load": list(os.getloadavg())}


def _processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _distribution():
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    except OSError:
        return "Linux"


def commit(folder):
    """The commit of a checkout, with a word where files differ from it; empty outside of one."""
    def git(*arguments):
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True)

    found = git("rev-parse", "--short", "HEAD")
    if found.returncode:
        return ""
    changed = git("status", "--porcelain", "--untracked-files=no").stdout.strip()
    return found.stdout.strip() + (", with changes" if changed else "")
