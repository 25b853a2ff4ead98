"""What the graph holds, in words for people: dates, values, counts, links, labels, certainty. One word for each, here alone.

times       moments, ends and periods          "3 July 2013", "unknown"
spans       when something held                "2007 – 3 July 2013"
values      values, names, counts, labels      "yes", "gap days", "2 rows", "persons"
links       link types                         "commanded", "was held at"
certainty   how sure dates are                 "assumed: between two citations"
cells       the columns of an answer           for readers, and for files
"""

from graph.words import cells, certainty, links, spans, times, values

__all__ = ["cells", "certainty", "links", "spans", "times", "values"]
