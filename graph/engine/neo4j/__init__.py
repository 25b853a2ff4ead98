"""A Neo4j server of the team's: one case a database, written as the difference to what it holds.

    engine      what the rest of Linkage sees
    marker      the node beside the graph that says what the graph is
    difference  what must be removed, created and set
    writing     the same in numbered batches, each exactly once

The marker is null from the first batch until everything was read back, and while it is null nobody is answered. Whatever
happens in between, the next publish computes the difference anew.
"""
