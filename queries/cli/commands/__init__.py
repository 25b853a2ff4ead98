"""One module a command, called as the module is. Each offers `command`."""

ORDER = (
    *("demo", "init", "load", "rejects", "resolve", "review", "judge", "search", "query", "show", "why", "bear", "diff"),
    *("sample", "page", "export", "status", "verify", "publish"),
)
"""The order of the work; others come after, by name."""


def place(name: str) -> tuple[int, str]:
    """Where a command stands in the list."""
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)
