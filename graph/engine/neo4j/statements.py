"""The statements that write, made from the schema alone: nothing that is data is ever part of one."""

from __future__ import annotations

from graph import schema
from graph.engine.bolt import MARKER

_NODE = {
    "create": "UNWIND $rows AS row CREATE (n:`{0}`) SET n = row",
    "set": "UNWIND $rows AS row MATCH (n:`{0}` {{id: row.id}}) SET n = row",
    "remove": "UNWIND $rows AS row MATCH (n:`{0}` {{id: row}}) DELETE n",
}
_LINK = {
    "set": "UNWIND $rows AS row MATCH ()-[r:`{0}` {{id: row.id}}]->() SET r = row",
    "remove": "UNWIND $rows AS row MATCH ()-[r:`{0}` {{id: row}}]->() DELETE r",
}
_JOIN = """\
UNWIND $rows AS row MATCH (a:`{1}` {{id: row.begin}}) MATCH (b:`{2}` {{id: row.end}})
CREATE (a)-[r:`{0}`]->(b) SET r = row.own"""


NODE = {(verb, kind.label): text.format(kind.label) for verb, text in _NODE.items() for kind in schema.NODES}
LINK = {(verb, kind.type): text.format(kind.type) for verb, text in _LINK.items() for kind in schema.LINKS}
JOIN = {
    (kind.type, begin, end): _JOIN.format(kind.type, begin, end)
    for kind in schema.LINKS
    for begin in kind.begins
    for end in kind.ends
}

NAMES = "SHOW INDEXES YIELD name RETURN collect(name)"
AWAIT = "CALL db.awaitIndexes(300)"
INDEXES = {
    **{
        f"linkage_{label}": f"CREATE CONSTRAINT `linkage_{label}` IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
        for label in (MARKER, *schema.NODE)
    },
    **{
        f"linkage_{type}": f"CREATE INDEX `linkage_{type}` IF NOT EXISTS FOR ()-[r:`{type}`]-() ON (r.id)" for type in schema.LINK
    },
}
"""By name. A constraint of a label brings an index of the same name."""
