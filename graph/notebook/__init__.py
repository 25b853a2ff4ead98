"""The notebook bridge: a case for those who work in Jupyter with py2neo, networkx or pandas.

    open_graph   a `py2neo.Graph` on a case, embedded or on Neo4j, to read only
    subgraph     an answer as `py2neo.Subgraph`
    network      an answer as `networkx.MultiDiGraph`
    rows         an answer as a list of dicts; `pandas.DataFrame(rows(answer))` is a table

What a notebook shows is internal: real names, nothing redacted, nothing journalled. It is not for others; what leaves
goes through `linkage export`. Nothing else in Linkage imports this room, and nothing else imports py2neo.
"""

try:
    import py2neo  # noqa: F401  # said here, in one line, before a traceback says it in thirty
except ImportError:
    raise ImportError("the notebook bridge needs py2neo; install it with: pip install 'linkage[notebook]'") from None

from graph.notebook.answers import network, rows, subgraph
from graph.notebook.graph import CaseGraph, open_graph

__all__ = ["CaseGraph", "network", "open_graph", "rows", "subgraph"]
