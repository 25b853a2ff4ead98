"""One module a command, called as the module is. Each offers `command`."""

WORK = {
    "begin": ("demo", "init", "form", "mapping", "load", "rejects"),
    "sort out who is who": ("resolve", "review", "judge", "search"),
    "ask": ("query", "show", "why", "bear", "diff", "sample"),
    "give out": ("page", "export", "followthemoney", "publish"),
    "check": ("status", "verify", "seal", "prove"),
    "keep": ("backup", "restore", "erase", "doctor"),
}
"""What is to be done, in the order of the work, and by which commands; others come after, by name."""
ORDER = tuple(name for names in WORK.values() for name in names)


def place(name: str) -> tuple[int, str]:
    """Where a command stands in the list."""
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)
