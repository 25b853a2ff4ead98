"""The statements that write, made from the schema alone: nothing that is data is ever part of one."""

from __future__ import annotations

from graph import schema
from graph.engine.bolt import MARKER


def _set(variable: str, row: str, properties: tuple[schema.Property, ...]) -> str:
    """SET the whole of a row. Times come as text: the driver takes 0.2 ms to write a date-time, the server none to read one."""
    single = [f"{variable}.{p.name} = localdatetime({row}.{p.name})" for p in properties if p.type == "time"]
    listed = [f"{variable}.{p.name} = [t IN {row}.{p.name} | localdatetime(t)]" for p in properties if p.type == "times"]
    return f"SET {', '.join((f'{variable} = {row}', *single, *listed))}"


NODE_CREATED = {k.label: f"UNWIND $rows AS row CREATE (n:`{k.label}`) {_set('n', 'row', k.properties)}" for k in schema.NODES}
NODE_SET = {
    k.label: f"UNWIND $rows AS row MATCH (n:`{k.label}` {{id: row.id}}) {_set('n', 'row', k.properties)}" for k in schema.NODES
}
NODE_REMOVED = {k.label: f"UNWIND $rows AS row MATCH (n:`{k.label}` {{id: row}}) DELETE n" for k in schema.NODES}
LINK_CREATED = {
    (k.type, begin, end): (
        f"UNWIND $rows AS row MATCH (a:`{begin}` {{id: row.begin}}) MATCH (b:`{end}` {{id: row.end}}) "
        f"CREATE (a)-[r:`{k.type}`]->(b) {_set('r', 'row.own', k.properties)}"
    )
    for k in schema.LINKS
    for begin in k.begins
    for end in k.ends
}
LINK_SET = {
    k.type: f"UNWIND $rows AS row MATCH ()-[r:`{k.type}` {{id: row.id}}]->() {_set('r', 'row', k.properties)}"
    for k in schema.LINKS
}
LINK_REMOVED = {k.type: f"UNWIND $rows AS row MATCH ()-[r:`{k.type}` {{id: row}}]->() DELETE r" for k in schema.LINKS}

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
    **{
        f"linkage_{label}_{name}": f"CREATE INDEX `linkage_{label}_{name}` IF NOT EXISTS FOR (n:`{label}`) ON (n.`{name}`)"
        for label, name in schema.INDEXED
    },
}
"""By name. A constraint of a label brings an index of the same name."""
