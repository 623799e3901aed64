"""A PostgreSQL server of one's own: Debian's programs, a new cluster in a temporary folder, loopback only.

The disk is synced as in earnest, since durability is what is measured and tested.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from deploy.demo.places import free_port

USER = "motcua"
START_TIMEOUT_S = 60
_SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
shared_buffers = 32MB
max_wal_size = 256MB
"""
_names = itertools.count(1)
_FLOOR = "INSERT INTO floor (body) VALUES (repeat('x', 700));\n"


def programs() -> Path | None:
    """Return the folder of initdb and pg_ctl, of the newest version; None: not installed."""
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    places = sorted(installed, key=lambda path: float(path.parent.name), reverse=True)
    if found := shutil.which("initdb"):
        places.append(Path(found).resolve().parent)
    return next(
        (place for place in places if (place / "initdb").exists() and (place / "pg_ctl").exists()), None
    )


class Server:
    """One cluster below ``folder``; ``url`` is its administrator's."""

    def __init__(self, folder: Path, settings: str = "") -> None:
        found = programs()
        assert found is not None, "no PostgreSQL here"
        self._programs, self._folder = found, folder
        self._data = folder / "data"
        self.port = free_port()
        self._become = _unprivileged(folder)
        self._run("initdb", "-D", str(self._data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C")
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(f"{_SETTINGS}port = {self.port}\n{settings}")

    @property
    def url(self) -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        self._control("start", "-l", str(self._folder / "log"))

    def stop(self, how: str = "immediate") -> None:
        """``immediate`` is like a crash: it recovers from its log at the next start."""
        self._control("stop", "-m", how)

    def restart(self) -> None:
        self.stop()
        self.start()

    @property
    def pid(self) -> int:
        return int((self._data / "postmaster.pid").read_text("utf-8").splitlines()[0])

    def new_database(self) -> str:
        """Return the address of an empty database."""
        name = f"motcua_{next(_names)}"
        with closing(psycopg.connect(self.url, autocommit=True)) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.url.removesuffix("postgres") + name

    def pgbench(self, clients: int, seconds: float) -> float:
        """Return how many commits a second its own bench makes, each of one row of 700 bytes."""
        url = self.new_database()
        script = self._folder / "floor.sql"
        script.write_text(_FLOOR, "utf-8")
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            connection.execute("CREATE TABLE floor (id bigserial PRIMARY KEY, body text NOT NULL)")
        how = f"-n -c {clients} -j 2 -T {max(1, round(seconds))}".split()
        command = [str(self._programs / "pgbench"), *how, "-f", str(script), url]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60 + seconds)
        line = next(line for line in done.stdout.splitlines() if line.startswith("tps"))
        return float(line.split()[2])

    def bytes_a_ticket(self, url: str) -> float:
        """Return what the database ``url`` takes, indexes included, for each ticket in it."""
        with closing(psycopg.connect(url)) as connection:
            size = connection.execute(
                "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
                "WHERE relname IN ('events', 'tickets', 'ratings', 'personal')"
            ).fetchone()
            count = connection.execute("SELECT count(*) FROM tickets").fetchone()
        assert size is not None
        assert count is not None
        return float(size[0]) / max(1, int(count[0]))

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-t", str(START_TIMEOUT_S), *words)

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [str(self._programs / program), *words],
            preexec_fn=self._become,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=2 * START_TIMEOUT_S,
            check=False,
        )
        assert done.returncode == 0, f"{program}: {done.stderr.decode()}"


def _unprivileged(folder: Path) -> Callable[[], None] | None:
    """The server refuses to run as root: then it runs as the package's user, who owns ``folder``."""
    if os.geteuid() != 0:
        return None
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)

    def become() -> None:
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)

    return become


@contextmanager
def running_server(settings: str = "") -> Iterator[Server]:
    """A server for the length of the block, gone without a trace after it."""
    with tempfile.TemporaryDirectory(prefix="mot-cua-postgresql-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        server = Server(folder, settings)
        server.start()
        try:
            yield server
        finally:
            server.stop()
