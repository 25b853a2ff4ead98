"""The embedded engine: a database in the case folder, built once and then only read, by a server on loopback.

    engine    what the rest of Linkage sees
    server    finds or starts the case's server, and the private one that reads a new database back
    child     the server's process: `python -m graph.engine.arcadedb.child`
    builder   the process that writes a new database: `python -m graph.engine.arcadedb.builder`
    files     what lies in the graph folder

This module imports nothing, since the two processes must start quickly.
"""
