"""Special sources: files that are no tables. One module a format, found by itself (`.github/docs/sources.md`).

A module says by which names its files end (`SUFFIXES`), what they are (`TITLE`), and reads them: `read(path)` gives what
the file says, one `Mention` after the other, and `Refused` for what it cannot read. Ids, claims, joins, dates and the
journal are the load's business, as for any sheet.
"""

from loaders.sources.known import Source, recognised, special_sources
from loaders.sources.mention import Dates, Hint, Mention, Refused, Statement, Taken

__all__ = ["Dates", "Hint", "Mention", "Refused", "Source", "Statement", "Taken", "recognised", "special_sources"]
