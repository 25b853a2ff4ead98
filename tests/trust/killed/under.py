"""A command of Linkage, and the processes that it starts, with the moments counted at which they may be killed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.trust.killed import naive
from tests.trust.killed.points import Plan, Watch

ROOT = Path(__file__).parents[3]
BEGIN = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.trust.killed import under; under."
COMMAND = [sys.executable, "-c", f"{BEGIN}command()"]
CHILD = [sys.executable, "-I", "-c", f"{BEGIN}child()"]
"""Followed by a plan, and by what `linkage`, or a module of the embedded engine, is given."""


def command() -> None:
    """What `linkage` does."""
    plan = Plan.of_text(sys.argv.pop(1))
    watch = Watch(plan, "command")
    from graph.engine.arcadedb import server

    def process(folder: Path, module: str, *arguments: str, pipes: bool = False) -> subprocess.Popen[bytes]:
        """As `server.process`, but counted."""
        watch.moment("projection", f"start {module.rpartition('.')[2]}")
        pipe = subprocess.PIPE if pipes else subprocess.DEVNULL
        words = [*CHILD, plan.as_text(), module, *arguments]
        started = subprocess.Popen(words, cwd=folder, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, start_new_session=True)
        threading.Thread(target=started.wait, daemon=True).start()
        return started

    server.process = process
    watch_neo4j(watch)
    if plan.naive:
        getattr(naive, plan.naive)(plan)
    watch.watch()
    from queries.cli import main

    main()


def child() -> None:
    """What a process of the embedded engine does: the module and its arguments follow the plan."""
    _, text, module, *arguments = sys.argv
    plan = Plan.of_text(text)
    if module.endswith("builder"):
        from graph.engine.arcadedb import builder

        watch, real = Watch(plan, "builder"), builder.chunks

        def chunks(records: Any) -> Iterator[Any]:
            for kind, chunk in real(records):
                watch.moment("projection", "chunk")
                yield kind, chunk

        builder.chunks = chunks
        watch.watch()
        builder.main(*arguments)
        os._exit(0)
    from graph.engine.arcadedb import child as serving

    what = arguments[0]
    watch = Watch(plan, what)
    watch.watch()
    if what == "private":
        serving.private(Path(arguments[1]))
    serving.Child(Path(), float(arguments[1])).run(float(arguments[2]))


def watch_neo4j(watch: Watch) -> None:
    """What is sent to a server: each statement, and each commit."""
    import neo4j
    from neo4j._sync.work.transaction import TransactionBase

    finishing = [False]

    def part(_: object, text: object = "", *unused: object) -> str:
        finishing[0] |= "REMOVE m.towards" in str(text)
        return "swap" if finishing[0] else "projection"

    neo4j.Session.run = watch.calls(neo4j.Session.run, part, "run")  # type: ignore[method-assign]
    TransactionBase.run = watch.calls(TransactionBase.run, part, "run")  # type: ignore[method-assign]
    TransactionBase._commit = watch.calls(TransactionBase._commit, part, "commit")  # type: ignore[method-assign]
