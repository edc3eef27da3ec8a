"""A lotsed that is started for a while, on a socket of its own."""
import pathlib
import socket
import subprocess
import time

from harness.load import Connection, request


class DaemonError(Exception):
    """The daemon did not start or ended."""


class Daemon:
    """Use it as a context manager; it answers from the first line of the block on."""

    def __init__(self, program, index, path, timeout=60):
        program = pathlib.Path(program)
        if not program.exists():
            raise DaemonError(f"{program} is missing: swift build -c release")
        # The address of a socket has room for 108 bytes with the zero at its end.
        if len(str(path).encode()) > 107:
            raise DaemonError(f"{path}: too long for a socket; set TMPDIR to a shorter folder")
        self.path, self.timeout = pathlib.Path(path), timeout
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [str(program), "--index", str(index), "--socket", str(path), "--log-level", "error"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def __enter__(self):
        try:
            self.await_socket()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def await_socket(self):
        """Returns as soon as the socket takes connections."""
        while True:
            with socket.socket(socket.AF_UNIX) as probe:
                try:
                    probe.connect(str(self.path))
                    return
                except OSError:
                    pass
            if self.process.poll() is not None:
                raise DaemonError(f"lotsed ended with code {self.process.returncode}: {self._reason()}")
            if time.perf_counter() - self.started > self.timeout:
                raise DaemonError(f"lotsed does not listen on {self.path} after {self.timeout} s")
            time.sleep(.0005)

    def _reason(self):
        return self.process.stderr.read().decode(errors="replace").strip()[-300:]

    def ask(self, query):
        """Asks one query on a new connection; raises DaemonError where the answer is not 200."""
        connection = Connection(self.path)
        try:
            connection.send(request(query), 0)
            while (answer := connection.receive()) is None:
                pass
        except OSError as error:
            raise DaemonError(f"lotsed does not answer: {error}") from error
        finally:
            connection.close()
        if not answer[0].startswith(b"HTTP/1.1 200"):
            raise DaemonError(f"lotsed answers {answer[0].splitlines()[0].decode(errors='replace')}")
        return answer[1]

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()
