"""The memory of a program that crashes holds the case: none of ours leaves it in a file."""

from __future__ import annotations


def leave_none() -> None:
    """For this process and all that it starts. On Windows there is nothing to forbid."""
    try:
        import resource
    except ModuleNotFoundError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
