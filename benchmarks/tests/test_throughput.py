import json
import pathlib
import stat
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from harness import daemon, throughput  # noqa: E402

# A lotsed in ten lines.
PROGRAM = """#!{python}
import sys
sys.path.insert(0, {tests!r})
from test_load import Server
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
if arguments["--index"] == "broken":
    sys.exit("no index there")
server = Server(arguments["--socket"])
server.serve_forever()
"""


def cells(rate, **more):
    return {"requests": 10, "errors": 0, "seconds": 1, "requests_per_second": rate, "p50": 1.0, "p99": 2000.0, "max": 3.0,
            "generations": [1], **more}


class TestThroughput(unittest.TestCase):
    def setUp(self):
        self.effort = throughput.Effort(concurrencies=(1, 4), rounds=3, shares=(.25, .5))
        self.asked = []
        patch = mock.patch.object(throughput, "note", lambda text: None)
        patch.start()
        self.addCleanup(patch.stop)

    def load(self, path, queries, seconds, connections, rate=None, warm_up=0):
        self.asked.append((connections, rate))
        return cells(rate or 100 * connections)

    def test_rounds_of_all_concurrencies_take_turns(self):
        with mock.patch.object(throughput, "load", self.load):
            found = throughput.concurrency("s", "q", self.effort)
        self.assertEqual([number for number, _ in self.asked], [1, 4, 4, 1, 1, 4])
        self.assertEqual([(entry["concurrency"], entry["rate"], len(entry["rounds"])) for entry in found],
                         [(1, None, 3), (4, None, 3)])
        self.assertEqual(throughput.most(found), 400)
        self.assertNotIn("generations", found[0]["rounds"][0])

    def test_arrivals_come_at_shares_of_the_most(self):
        with mock.patch.object(throughput, "load", self.load):
            found = throughput.arrivals("s", "q", self.effort, 400)
        self.assertEqual([entry["rate"] for entry in found], [100, 200])
        self.assertEqual({connections for connections, _ in self.asked}, {self.effort.connections})

    def test_median(self):
        self.assertEqual(throughput.median([3, 1, 2]), 2)
        self.assertEqual(throughput.median([4, 1, 2, 3]), 2.5)

    def test_missing_programs_are_named(self):
        with self.assertRaisesRegex(RuntimeError, "nowhere/lotse is missing: swift build -c release"):
            throughput.programs_in("nowhere")


class TestDaemon(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)
        self.program = self.work / "lotsed"
        self.program.write_text(PROGRAM.format(python=sys.executable, tests=str(pathlib.Path(__file__).resolve().parent)))
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)

    def test_it_answers_and_ends(self):
        with daemon.Daemon(self.program, "index", self.work / "s") as running:
            self.assertEqual(json.loads(running.ask("Sucht")), {"generation": 3})
            self.assertIsNone(running.process.poll())
        self.assertIsNotNone(running.process.poll())
        with self.assertRaisesRegex(daemon.DaemonError, "does not answer"):
            running.ask("Sucht")

    def test_start_up_is_measured_from_the_start_of_the_process(self):
        with mock.patch.object(throughput, "note", lambda text: None):
            path = self.work / "s"
            found = None
            with mock.patch.object(daemon.Daemon, "stop", _stop_and_clear(daemon.Daemon.stop)):
                found = throughput.startup(self.program, "index", path, "Sucht", 2)
        self.assertEqual((len(found["seconds"]), len(found["first_answer_ms"])), (2, 2))
        for seconds, milliseconds in zip(found["seconds"], found["first_answer_ms"]):
            self.assertGreater(seconds * 1000, milliseconds)

    def test_a_daemon_that_ends_at_once_says_why(self):
        with self.assertRaisesRegex(daemon.DaemonError, "no index there"):
            daemon.Daemon(self.program, "broken", self.work / "s").__enter__()

    def test_a_missing_program_and_a_long_path_are_named(self):
        with self.assertRaisesRegex(daemon.DaemonError, "none is missing: swift build"):
            daemon.Daemon(self.work / "none", "index", self.work / "s")
        with self.assertRaisesRegex(daemon.DaemonError, "TMPDIR"):
            daemon.Daemon(self.program, "index", self.work / ("s" * 120))


def _stop_and_clear(stop):
    # The fake daemon leaves its socket behind, and would not start on it again.
    def both(self):
        stop(self)
        self.path.unlink(missing_ok=True)
    return both


if __name__ == "__main__":
    unittest.main()
