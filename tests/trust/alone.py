"""Runs commands where no computer but this can be reached, if the system allows that, and lets programs that crash leave cores.

python -m tests.trust.alone PLAN    reads a list of commands, and writes beside it what came of them
"""

from __future__ import annotations

import fcntl
import json
import os
import resource
import signal
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NAMESPACE = ["unshare", "--user", "--map-root-user", "--net"]
UP, SET_FLAGS = 0x41, 0x8914
SECONDS = 400


def possible() -> bool:
    """Whether the system lets us have a network of our own, which is this computer alone."""
    try:
        return subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def loopback_up() -> None:
    """The one address that there is in a new network."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sH14s", b"lo", UP, b""))


def tried() -> int:
    """How often this network was asked for a way to another computer: the kernel counts, whichever program asks."""
    names, numbers = (line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if line.startswith("Ip:"))
    six = dict(line.split() for line in Path("/proc/net/snmp6").read_text().splitlines())
    return int(dict(zip(names, numbers, strict=True))["OutNoRoutes"]) + int(six["Ip6OutNoRoutes"])


def ours(mark: str) -> list[int]:
    """The processes that were started with this in their environment, but for this one."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes() and int(path.parent.name) not in (os.getpid(), os.getppid()):
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def run(plan: dict[str, Any], arguments: list[str]) -> dict[str, Any]:
    """One command; `!` before it: all its processes are made to crash after some seconds."""
    crash, arguments = arguments[0] == "!", arguments[arguments[0] == "!" :]
    command = [*plan["command"], *arguments]
    with subprocess.Popen(
        command, cwd=plan["cwd"], env=plan["env"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        if crash:
            time.sleep(plan["crash_after"])
            for pid in ours(plan["mark"]):
                os.kill(pid, signal.SIGABRT)
        out, err = child.communicate(timeout=SECONDS)
    return {"arguments": arguments, "code": child.returncode, "out": out.decode(), "err": err.decode(), "tried": tried()}


def main() -> None:
    place = Path(sys.argv[1])
    plan = json.loads(place.read_text("utf-8"))
    if plan["alone"]:
        loopback_up()
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    before = tried()
    done = [run(plan, arguments) for arguments in plan["commands"]]
    end = time.monotonic() + plan["idle"]
    while ours(plan["mark"]) and time.monotonic() < end:
        time.sleep(0.2)
    for pid in ours(plan["mark"]):
        os.kill(pid, signal.SIGKILL)
    place.with_suffix(".done").write_text(json.dumps({"before": before, "done": done}), "utf-8")


if __name__ == "__main__":
    main()
