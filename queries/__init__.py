"""Questions, and the two front doors: saved Cypher queries, the desk that joins everything, the command line."""
