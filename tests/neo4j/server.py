"""A real Neo4j server for tests: fetched by Maven into a cache, started on a free port of this machine, ended with the tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.kept.lock import locked
from tests.neo4j.patience import patience

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("LINKAGE_TEST_CACHE") or Path.home() / ".cache" / "linkage-tests")
QUIET_SECONDS = 90
"""How long a server may take to start where nothing else runs."""
FETCH_SECONDS = 1800
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang")


class Unavailable(Exception):
    """Why no server can be had here, in words for a skip."""


LONG_TERM = "5.26.26"


@dataclass(frozen=True)
class Release:
    """A version of Neo4j, and the language of a query that names none: "5" or "25"; nothing: what that version takes."""

    version: str
    cypher: str = ""

    @classmethod
    def asked_for(cls) -> Release:
        """The long-term release, or what LINKAGE_TEST_NEO4J and LINKAGE_TEST_CYPHER say."""
        return cls(os.environ.get("LINKAGE_TEST_NEO4J") or LONG_TERM, os.environ.get("LINKAGE_TEST_CYPHER") or "")

    @property
    def java(self) -> str:
        """The program that runs it. A `.java` file is run by a JDK, not by a JRE; releases by year want a newer one."""
        newer = os.environ.get("JAVA25_HOME") if int(self.version.partition(".")[0]) >= 2025 else None
        home = newer or os.environ.get("JAVA_HOME")
        found = shutil.which("java", path=str(Path(home, "bin")) if home else None)
        compiler = shutil.which("javac", path=str(Path(home, "bin")) if home else None)
        if found is None or compiler is None:
            raise Unavailable(
                f"Neo4j {self.version} needs a JDK; set JAVA_HOME (JAVA25_HOME for 2026), or NEO4J_URI for a running server"
            )
        return found


def jars(release: Release) -> Path:
    """The folder with the server's libraries, fetched the first time: about 130 MB."""
    folder = CACHE / f"neo4j-{release.version}"
    if not folder.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with locked(CACHE / f"{folder.name}.lock", "tests", patience=FETCH_SECONDS):  # where several run, one fetches
            if not folder.is_dir():
                _fetch(release, folder)
    return folder


def _fetch(release: Release, folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise Unavailable("Maven is not installed; it fetches the Neo4j server for tests (or set NEO4J_URI)")
    part = folder.with_name(f"{folder.name}.{os.getpid()}")
    part.mkdir()
    asked = f"-Dneo4j.version={release.version}", f"-DoutputDirectory={part}", "-DincludeScope=runtime"
    fetched = subprocess.run(
        [maven, "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies", *asked],
        capture_output=True,
        text=True,
    )
    if fetched.returncode:
        shutil.rmtree(part)
        raise Unavailable(f"Maven could not fetch Neo4j {release.version}: {fetched.stdout[-400:].strip()}")
    part.rename(folder)


@contextmanager
def running(release: Release, folder: Path, *, password: bool = False) -> Iterator[str]:
    """The address of a server with its data in this folder, for as long as the context. `password`: it asks for one, which
    is the server's first one, to be changed before anything else."""
    with process(release, folder, password=password) as (uri, _):
        yield uri


@contextmanager
def process(release: Release, folder: Path, *, password: bool = False) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The same, with the process of the server: it may be killed, and another one started in the folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = folder / "neo4j.conf"
    settings.write_text(f"db.query.default_language=CYPHER_{release.cypher}\n" if release.cypher else "", "utf-8")
    command = [release.java, "-Xmx1g", "-XX:+UseSerialGC", *apart(folder)]
    command += [*(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED)]
    command += [
        "-cp",
        f"{jars(release)}{os.sep}*",
        str(HERE / "Server.java"),
        str(folder / "data"),
        str(port),
        str(settings),
        *(["auth"] if password else []),
    ]
    log = folder / "server.log"
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT)
    try:
        uri = f"bolt://127.0.0.1:{port}"
        wait(uri, server, log)
        yield uri, server
    finally:
        server.kill()
        server.communicate()


def apart(folder: Path) -> list[str]:
    """Options of a Java that leaves its temporary files in this folder, and none beside it."""
    return [f"-Djava.io.tmpdir={folder}", "-XX:-UsePerfData"]


def empty(uri: str) -> None:
    """Remove everything from a database that only tests use."""
    with neo4j.GraphDatabase.driver(uri, auth=credentials(), notifications_min_severity="OFF") as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


def credentials() -> tuple[str, str] | None:
    """As the application reads them."""
    password = os.environ.get("NEO4J_PASSWORD")
    return (os.environ.get("NEO4J_USER") or "neo4j", password) if password else None


def wait(uri: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until it answers. AssertionError where it ended, or had all the time it needs."""
    with neo4j.GraphDatabase.driver(uri) as driver:
        for _ in patience(QUIET_SECONDS):
            try:
                driver.verify_connectivity()
                return
            except AuthError:
                return  # it is there, and asks who we are
            except (DriverError, Neo4jError, OSError):
                if server.poll() is not None:
                    break
                time.sleep(0.1)
    tail = log.read_text("utf-8", "replace")[-1500:]
    raise AssertionError(f"the Neo4j server did not start:\n{tail}")
