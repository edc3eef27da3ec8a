"""Counts what a command does, by valgrind's callgrind: instructions, and calls of the allocator.

Counts do not depend on the machine's load, only on the program, its libraries and its input.
"""
import collections
import os
import pathlib
import re
import shutil
import subprocess

PEERS = pathlib.Path(__file__).resolve().parent.parent / "peers"
# Git leaves folders of this name alone.
BUILD = PEERS / ".build"
ALLOCATORS = {"malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign", "memalign"}
# `cfn=(12) name` at its first mention, then `cfn=(12)`.
NAME = re.compile(rb"c?fn=\((\d+)\)(?: (.*))?")


class Missing(Exception):
    """Something that the counting needs is not there; the text says what helps."""


def _need(program, package):
    if not shutil.which(program):
        raise Missing(f"{program} is missing: apt-get install {package}")


def _newer(target, source, command):
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if made.returncode:
            raise Missing(f"{source} cannot be prepared for valgrind: {made.stderr.strip()[-300:]}")
    return target


def allocations(path):
    """The calls into the allocator in a callgrind output; those of the allocator by itself are not counted."""
    names, total, inside, called = {}, 0, False, None
    with open(path, "rb") as file:
        for line in file:
            if line.startswith((b"fn=", b"cfn=")):
                number, name = NAME.match(line).groups()
                if name is not None:
                    # A cycle's members are written with a quote and a number.
                    names[number] = name.decode(errors="replace").split("'")[0]
                if line.startswith(b"cfn="):
                    called = names[number] in ALLOCATORS
                else:
                    inside = names[number] in ALLOCATORS
            elif called and line.startswith(b"calls=") and not inside:
                total += int(line[6:].split()[0])
    return total


def instructions(path):
    with open(path, "rb") as file:
        for line in file:
            if line.startswith((b"totals:", b"summary:")):
                return int(line.split()[1])
    raise ValueError(f"{path}: no total; was the command ended before its end?")


class Counter:
    """Runs commands of one program under callgrind."""

    def __init__(self, program, work, timeout=300):
        _need("valgrind", "valgrind")
        _need("strip", "binutils")
        _need("cc", "gcc")
        program = pathlib.Path(program)
        if not program.exists():
            raise Missing(f"{program} is missing: swift build -c release")
        self.work, self.timeout = pathlib.Path(work), timeout
        # Debian 12's valgrind gives up on the debug information that Swift writes, and needs none for counting.
        self.program = self.work / program.name
        made = subprocess.run(
            ["strip", "--strip-debug", "-o", str(self.program), str(program)], capture_output=True, text=True)
        if made.returncode:
            raise Missing(f"strip fails on {program}: {made.stderr.strip()[-300:]}")
        shim = PEERS / "valgrind_sigsuspend.c"
        self.shim = _newer(BUILD / "valgrind_sigsuspend.so", shim,
                           ["cc", "-O2", "-shared", "-fPIC", "-o", BUILD / "valgrind_sigsuspend.so", shim])

    def run(self, *arguments):
        """Instructions and allocations of one run, as a Counter."""
        output = self.work / "callgrind.out"
        output.unlink(missing_ok=True)
        environment = {
            **os.environ, "LD_PRELOAD": str(self.shim),
            # Else every run has another seed, and its dictionaries another order.
            "SWIFT_DETERMINISTIC_HASHING": "1",
        }
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={output}", str(self.program),
                   *(str(argument) for argument in arguments)]
        try:
            ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=self.timeout)
        except subprocess.TimeoutExpired:
            raise RuntimeError(f"{' '.join(command[3:])} took more than {self.timeout} s under valgrind") from None
        if ended.returncode:
            raise RuntimeError(f"{' '.join(command[3:])} fails under valgrind: {ended.stderr.strip()[-500:]}")
        return collections.Counter(instructions=instructions(output), allocations=allocations(output))
