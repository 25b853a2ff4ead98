"""What the graph holds, in words for people: dates, values, counts, links, labels, certainty. One word for each, here alone.

times       moments, ends and periods          "3 July 2013", "unknown"
spans       when something held                "2007 – 3 July 2013"
values      values, names, counts, labels      "yes", "gap days", "2 rows", "the columns 'a', 'b'"
links       link types                         "commanded", "was held at"
certainty   how sure dates are                 "assumed: between two citations"
claims      claims                             "when: 3 July 2013"
custody     who had an exhibit                 "stored, by an archivist, on 3 July 2013"
left_out    what is not in the rows        "41 more, cited further away"
question    parameters of a question           "on 1 May 2014", "at any time"
namesakes   things that share a name           "Bero Tashkal (born 1950)"
counts      how many, and at least           "9–12 (1 denied)"
cells       the columns of an answer           for readers, and for files
places      places in a file                   "sheet Officers", "table 2"
"""

from graph.words import certainty
from graph.words.cells import cell
from graph.words.left_out import left_out
from graph.words.links import link, link_type
from graph.words.question import question
from graph.words.spans import briefly, line_by_line
from graph.words.times import UNKNOWN, day, is_unknown, moment, period, until
from graph.words.values import also, columns, count, name, plain, thing, value

__all__ = [
    "UNKNOWN",
    "also",
    "briefly",
    "cell",
    "certainty",
    "columns",
    "count",
    "day",
    "is_unknown",
    "left_out",
    "line_by_line",
    "link",
    "link_type",
    "moment",
    "name",
    "period",
    "plain",
    "question",
    "thing",
    "until",
    "value",
]
