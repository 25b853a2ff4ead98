"""A released answer as a folder of files. Each module here that has `files` is a format; adding one is adding a module.

MEANS: str                                                        one line for the help text
def files(released: Released) -> Iterator[tuple[str, bytes]]      fixed file names, the same bytes each time
"""

from viz.export.formats import formats
from viz.export.write import write

__all__ = ["formats", "write"]
