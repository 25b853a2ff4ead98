"""The desk: the one place where loaders, queries and viz meet. The command line and the web app import nothing else.

loading      files into the journal, and the report on it
naming       from what a person types to an id
asking       a saved query, by name, to an answer
looking      one thing with its links
explaining   why something stands in the graph: claims, sources, decisions
standing     where a case stands: counts, hashes, what waits
proving      that everything held is what was recorded
leaving      release, export, publish: the one way out
"""
