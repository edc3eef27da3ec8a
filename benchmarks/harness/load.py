"""Load on a daemon's socket, from a process of its own: a client that shares the measurer's process would slow both.

usage: python3 -m harness.load --socket PATH --queries FILE --seconds S [--connections N] [--rate R] [--warm-up S]

Without --rate each connection asks again as soon as it was answered: that measures how many answers there can be. With
--rate queries arrive at fixed times whether or not earlier ones were answered, as people do, and a latency counts from the
intended arrival: one that had to wait for a free connection tells so. Else a stall of the daemon would hide all the
queries that could not be sent meanwhile (coordinated omission). Ends early at the end of standard input. Prints one JSON
object: requests, errors, seconds, requests_per_second, latencies in microseconds, and the generations that answered.
"""
import argparse
import collections
import json
import pathlib
import re
import select
import socket
import sys
import time
import urllib.parse

from harness.latency import Latencies

LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
GENERATION = re.compile(rb'"generation":(\d+)')


def request(query, per_page=10):
    path = "/v1/search?" + urllib.parse.urlencode({"q": query, "per_page": per_page})
    return f"GET {path} HTTP/1.1\r\nhost: lotse\r\n\r\n".encode()


class Connection:
    """One keep-alive connection with at most one request under way. Its moves are decided by Load."""

    def __init__(self, path):
        self.path = path
        self.socket = None
        self.intended = None
        self.buffer = b""

    def fileno(self):
        return self.socket.fileno()

    def send(self, data, intended):
        if self.socket is None:
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.settimeout(30)
            self.socket.connect(str(self.path))
        self.intended, self.buffer = intended, b""
        # A request is smaller than a socket's buffer: this does not wait.
        self.socket.sendall(data)

    def receive(self):
        """The whole answer as (head, body), or None while some of it is missing. Raises OSError at its early end."""
        part = self.socket.recv(1 << 18)
        if not part:
            raise ConnectionResetError("the daemon closed the connection")
        self.buffer += part
        head, gap, body = self.buffer.partition(b"\r\n\r\n")
        if not gap:
            return None
        length = LENGTH.search(head)
        if not length:
            raise OSError("an answer without Content-Length")
        return (head, body) if len(body) >= int(length.group(1)) else None

    def close(self):
        self.intended = None
        if self.socket is not None:
            self.socket.close()
            self.socket = None


class Load:
    """Asks until its time is over. `clock` is in seconds."""

    def __init__(self, path, queries, connections, rate=None, patience=30, clock=time.perf_counter):
        self.requests = [request(query) for query in queries]
        self.idle = collections.deque(Connection(path) for _ in range(connections))
        self.busy = set()
        self.rate, self.patience, self.clock = rate, patience, clock
        self.arrivals = collections.deque()
        self.sent = self.arrived = 0

    def _begin(self, start, measured_from):
        self.start, self.measured_from = start, measured_from
        self.latencies, self.errors, self.generations = Latencies(), 0, set()
        self.last = start

    def _count(self, intended, answer):
        self.last = self.clock()
        if intended < self.measured_from:
            return
        if answer is None or not answer[0].startswith(b"HTTP/1.1 200"):
            self.errors += 1
            return
        self.latencies.record((self.last - intended) * 1e9)
        generation = GENERATION.search(answer[1])
        if generation:
            self.generations.add(int(generation.group(1)))

    def _arrive(self, now, end):
        """Puts down what was to arrive until now."""
        while True:
            at = self.start + self.arrived / self.rate
            if at > now or at >= end:
                return at
            self.arrivals.append(at)
            self.arrived += 1

    def _send(self, intended):
        connection = self.idle.popleft()
        data = self.requests[self.sent % len(self.requests)]
        self.sent += 1
        try:
            connection.send(data, intended)
            self.busy.add(connection)
        except OSError:
            connection.close()
            self.idle.append(connection)
            self._count(intended, None)
            # A daemon that is not there would be asked a million times a second.
            time.sleep(.001)

    def _receive(self, connection):
        intended = connection.intended
        try:
            answer = connection.receive()
            if answer is None:
                return
        except OSError:
            connection.close()
            answer = None
        self.busy.discard(connection)
        self.idle.append(connection)
        self._count(intended, answer)

    def run(self, seconds, warm_up=0, stop=None):
        """`stop` is a file whose end ends the load."""
        start = self.clock()
        self._begin(start, start + warm_up)
        end = start + warm_up + seconds
        while True:
            now = self.clock()
            ending = now >= end
            # At the end nothing more is sent, but all that arrived is answered or counted as an error.
            if ending and not self.busy and not self.arrivals or now >= end + self.patience:
                break
            wake = end if not ending else end + self.patience
            if self.rate:
                wake = min(wake, self._arrive(now, end)) if not ending else wake
                while self.idle and self.arrivals:
                    self._send(self.arrivals.popleft())
            elif not ending:
                while self.idle and self.clock() < end:
                    self._send(self.clock())
            watched = [*self.busy, stop] if stop and not ending else [*self.busy]
            # select's timeout has microseconds; epoll's, in Python, a millisecond.
            for ready in select.select(watched, [], [], max(0, wake - self.clock()))[0]:
                if ready is stop:
                    if not stop.read(1):
                        end = min(end, self.clock())
                else:
                    self._receive(ready)
        # Whoever was not answered until now has given up.
        self.errors += sum(connection.intended >= self.measured_from for connection in self.busy)
        self.errors += sum(intended >= self.measured_from for intended in self.arrivals)
        for connection in [*self.busy, *self.idle]:
            connection.close()
        return self._summary(min(self.clock(), max(self.last, end)) - self.measured_from)

    def _summary(self, seconds):
        done = self.latencies.count
        return {
            "requests": done + self.errors, "errors": self.errors, "seconds": round(seconds, 3),
            "requests_per_second": round(done / seconds, 1) if seconds > 0 else 0, **self.latencies.summary(),
            "generations": sorted(self.generations)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--socket", type=pathlib.Path, required=True)
    parser.add_argument("--queries", type=pathlib.Path, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--connections", type=int, default=1)
    parser.add_argument("--rate", type=float, help="arrivals a second")
    parser.add_argument("--warm-up", type=float, default=0, help="seconds before it is measured")
    options = parser.parse_args()
    queries = [line for line in options.queries.read_text(encoding="utf-8").splitlines() if line]
    if not queries or options.connections < 1 or (options.rate is not None and options.rate <= 0):
        parser.error("at least one query, one connection and a rate above nothing are needed")
    load = Load(options.socket, queries, options.connections, options.rate)
    print(json.dumps(load.run(options.seconds, options.warm_up, sys.stdin.buffer.raw)))


if __name__ == "__main__":
    main()
