import http.server
import json
import os
import pathlib
import socketserver
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from fake import ExactLatencies  # noqa: E402
from harness import load  # noqa: E402


class Answering(http.server.BaseHTTPRequestHandler):
    """Answers as lotsed does; the server says how long it takes and what goes wrong."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        with server.lock:
            server.asked.append(urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)["q"][0])
            number = len(server.asked)
        server.behave(number)
        if number in server.hang_up:
            self.close_connection = True
            return
        body = json.dumps({"generation": server.generation}, separators=(",", ":")).encode()
        self.send_response(503 if number in server.refuse else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        # In two parts, as a large answer comes.
        self.wfile.write(body[:5])
        self.wfile.flush()
        self.wfile.write(body[5:])

    def address_string(self):
        return "unix"

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True

    def __init__(self, path):
        super().__init__(path, Answering)
        self.lock, self.asked, self.refuse, self.hang_up, self.generation = threading.Lock(), [], set(), set(), 3
        self.connections = 0
        self.behave = lambda number: None

    def get_request(self):
        self.connections += 1
        return super().get_request()


class TestLoad(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "s"
        self.server = Server(str(self.path))
        threading.Thread(target=self.server.serve_forever, args=(.01,), daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        patch = mock.patch.object(load, "Latencies", ExactLatencies)
        patch.start()
        self.addCleanup(patch.stop)

    def test_a_closed_loop_asks_as_many_as_are_answered_and_keeps_its_connections(self):
        self.server.behave = lambda number: time.sleep(.01)
        found = load.Load(self.path, ["Trauer & Trost", "Sucht"], 2).run(.5)
        # At most a hundred a second on each of two connections.
        self.assertTrue(30 <= found["requests"] <= 102, found)
        self.assertEqual((found["errors"], found["generations"]), (0, [3]))
        self.assertGreaterEqual(found["p50"], 10_000)
        self.assertEqual(self.server.connections, 2)
        self.assertEqual(self.server.asked[:2].count("Trauer & Trost"), 1)
        self.assertAlmostEqual(found["requests_per_second"], found["requests"] / found["seconds"], delta=1)

    def test_an_open_loop_asks_at_its_rate(self):
        found = load.Load(self.path, ["Sucht"], 4, rate=100).run(.5)
        self.assertEqual((found["requests"], found["errors"]), (50, 0))

    def test_a_stall_is_felt_by_all_that_arrive_meanwhile(self):
        stalled = threading.Lock()

        def stall(number):
            # The 20th is answered after .4 s, and nobody else meanwhile.
            with stalled:
                if number == 20:
                    time.sleep(.4)

        self.server.behave = stall
        found = load.Load(self.path, ["Sucht"], 2, rate=100).run(1)
        self.assertEqual((found["requests"], found["errors"]), (100, 0))
        # Of a hundred, forty arrived during the stall and waited for .2 s on average. Only two were under way: a client that
        # measures from the sending would have two slow ones, and a p95 of a millisecond.
        self.assertGreater(found["p95"], 200_000)
        self.assertGreater(found["max"], 350_000)

    def test_refused_and_broken_answers_are_errors(self):
        self.server.refuse, self.server.hang_up = {3, 4}, {7}
        found = load.Load(self.path, ["Sucht"], 1, rate=50).run(.4)
        self.assertEqual((found["requests"], found["errors"]), (20, 3))

    def test_the_warm_up_is_not_counted(self):
        self.server.refuse = set(range(1, 6))
        found = load.Load(self.path, ["Sucht"], 1, rate=50).run(.2, warm_up=.2)
        self.assertEqual((found["requests"], found["errors"]), (10, 0))
        self.assertEqual(len(self.server.asked), 20)

    def test_what_is_never_answered_is_an_error(self):
        self.server.behave = lambda number: time.sleep(1)
        found = load.Load(self.path, ["Sucht"], 2, rate=50, patience=.2).run(.2)
        # Two were sent, eight still waited for a connection.
        self.assertEqual((found["requests"], found["errors"]), (10, 10))

    def test_a_daemon_that_is_not_there_gives_errors_alone(self):
        found = load.Load(self.path.with_name("none"), ["Sucht"], 1).run(.05)
        self.assertGreater(found["errors"], 0)
        self.assertEqual(found["requests"], found["errors"])

    def test_the_end_of_the_input_ends_it(self):
        reading, writing = os.pipe()
        with open(reading, "rb", buffering=0) as stop:
            threading.Timer(.2, lambda: os.close(writing)).start()
            start = time.monotonic()
            load.Load(self.path, ["Sucht"], 1, rate=20).run(30, stop=stop)
        self.assertLess(time.monotonic() - start, 5)


if __name__ == "__main__":
    unittest.main()
