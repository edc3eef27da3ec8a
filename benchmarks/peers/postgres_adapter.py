#!/usr/bin/env python3
"""PostgreSQL's full-text search with its `german` configuration, in a cluster of its own below the index' folder.

The cluster runs as long as this program and listens on a socket in a folder of its own, on no port. PostgreSQL refuses to
run as root: then it runs as the user `postgres`.
"""
import glob
import os
import pathlib
import pwd
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import psycopg2

from protocol import Adapter, Unsupported, documents

BIN = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
USER = "postgres"
# Nothing here has to survive a crash, one query runs at a time, and a fair share of memory is given.
SETTINGS = {
    "listen_addresses": "", "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off",
    "max_wal_size": "4GB", "shared_buffers": "512MB", "work_mem": "64MB", "maintenance_work_mem": "512MB", "jit": "off",
    "max_parallel_workers_per_gather": "0", "logging_collector": "off",
}
# The document's length counts by its logarithm: the best of PostgreSQL's ways on our sets.
NORMALIZATION = 1


def as_user(command):
    """The command, run by somebody who is not root."""
    return ["runuser", "-u", USER, "--", *command] if os.getuid() == 0 else command


def run(*command):
    # pg_ctl leaves a server behind that would hold a pipe open: so the output goes to a file.
    with tempfile.TemporaryFile() as output:
        code = subprocess.run(
            as_user([str(part) for part in command]), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            cwd="/").returncode
        if code:
            output.seek(0)
            raise RuntimeError(f"{command[0]} failed: {output.read().decode(errors='replace').strip()[-500:]}")


def give(path):
    """Makes the folder the server's, where that is another user."""
    if os.getuid() == 0:
        owner = pwd.getpwnam(USER)
        os.chown(path, owner.pw_uid, owner.pw_gid)
        for parent in pathlib.Path(path).resolve().parents:
            if not parent.stat().st_mode & 0o001:
                raise PermissionError(f"{parent}: the user {USER} may not pass; chmod o+x, or put the index elsewhere")


class Postgres(Adapter):
    name = "postgres"
    version = subprocess.run([f"{BIN}/postgres", "--version"], capture_output=True, text=True).stdout.split()[2]
    setup = "configuration german, GIN, ts_rank with the logarithm of the length"

    def __init__(self):
        self.data = self.sockets = self.connection = None

    # The cluster

    def start(self, data):
        self.sockets = tempfile.mkdtemp(prefix="lotse-pg-")
        give(self.sockets)
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        self.data = data
        run(f"{BIN}/pg_ctl", "start", "-w", "-t", "60", "-D", data, "-l", f"{data}/server.log",
            "-o", f"{options} -c unix_socket_directories={self.sockets}")
        self.server = int(pathlib.Path(data, "postmaster.pid").read_text().split()[0])
        self.connection = psycopg2.connect(host=self.sockets, user=USER, dbname="postgres")
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None
        if self.data:
            self.stop()
            self.data = None
        if self.sockets:
            shutil.rmtree(self.sockets, ignore_errors=True)
            self.sockets = None

    def stop(self):
        """Stops the server by its id: pg_ctl would need the folder, which may be gone by now."""
        os.kill(self.server, signal.SIGINT)
        for _ in range(600):
            if not os.path.exists(f"/proc/{self.server}"):
                return
            time.sleep(0.1)
        os.kill(self.server, signal.SIGQUIT)

    def value(self, query, *values):
        self.cursor.execute(query, values)
        return self.cursor.fetchone()[0]

    # Indexing

    def index(self, docs, index, threads):
        self.close()
        shutil.rmtree(index, ignore_errors=True)
        os.makedirs(index)
        give(index)
        data = f"{index}/data"
        run(f"{BIN}/initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start(data)
        start, before = time.perf_counter(), time.process_time()
        self.cursor.execute("CREATE TABLE texts (id text, kind text, body text, words tsvector)")
        self.connection.autocommit = False
        for document in documents(docs):
            body = f"{document['title']}\n{document['text']}".replace("\0", " ")
            self.cursor.execute(
                "INSERT INTO texts VALUES (%s, %s, %s, to_tsvector('german', %s))",
                (document["id"], document.get("kind", ""), body, body))
        self.connection.commit()
        self.connection.autocommit = True
        self.cursor.execute("CREATE INDEX words ON texts USING gin (words)")
        self.cursor.execute("CREATE INDEX kinds ON texts (kind)")
        self.cursor.execute("VACUUM ANALYZE texts")
        return {
            "documents": self.value("SELECT count(*) FROM texts"),
            # Making the cluster is no indexing.
            "seconds": time.perf_counter() - start,
            **self.spent(time.process_time() - before),
            "disk_bytes": self.value("SELECT pg_total_relation_size('texts')"),
        }

    def spent(self, own_seconds):
        """What the server's process for this connection used, together with this one."""
        server = pathlib.Path(f"/proc/{self.value('SELECT pg_backend_pid()')}")
        ticks = server.joinpath("stat").read_text().rpartition(")")[2].split()[11:13]
        status = dict(line.split(":", 1) for line in server.joinpath("status").read_text().splitlines())
        peak = status["VmHWM"].split()[0]
        return {
            "cpu_seconds": own_seconds + sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"),
            "peak_bytes": (int(peak) + resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1024,
        }

    def open(self, index):
        data = f"{index}/data"
        if not os.path.exists(data):
            raise FileNotFoundError(f"{data}: there is no index; index first")
        if self.data != data:
            self.close()
            self.start(data)
        return self.value("SELECT count(*) FROM texts")

    # Searching

    def tsquery(self, query, match):
        """The query in PostgreSQL's own notation."""
        if match in ("any", "all"):
            found = self.value("SELECT plainto_tsquery('german', %s)::text", query)
            return found.replace("' & '", "' | '") if match == "any" else found
        if match == "phrase":
            return self.value("SELECT phraseto_tsquery('german', %s)::text", query)
        if match == "prefix":
            *before, last = query.replace("'", " ").replace("\\", " ").split()
            return self.value(
                "SELECT (plainto_tsquery('german', %s) && to_tsquery('german', %s))::text",
                " ".join(before), f"'{last}':*")
        raise Unsupported(match)

    def search(self, query, match, k, kind, facet, snippets):
        asked = self.tsquery(query.replace("\0", " "), match)
        where, values = "words @@ %s::tsquery", [asked]
        if kind:
            where += " AND kind = %s"
            values.append(kind)
        # Only the shown texts are excerpted: hence the inner query.
        excerpt = "ts_headline('german', body, %s::tsquery, 'MaxFragments=1')" if snippets else "NULL"
        self.cursor.execute(
            f"SELECT id, rank, {excerpt} FROM (SELECT id, body, ts_rank(words, %s::tsquery, {NORMALIZATION}) AS rank"
            f" FROM texts WHERE {where} ORDER BY rank DESC LIMIT %s) AS best ORDER BY rank DESC",
            [*([asked] if snippets else []), asked, *values, k])
        rows = self.cursor.fetchall()
        counts = None
        if facet:
            self.cursor.execute(f"SELECT kind, count(*) FROM texts WHERE {where} GROUP BY kind", values)
            counts = dict(self.cursor.fetchall())
        return [(row[0], row[1]) for row in rows], [row[2] for row in rows] if snippets else None, counts


if __name__ == "__main__":
    # The server is stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    Postgres().serve()
