"""The desk: the one place where loaders, queries and viz meet. The command line and the web app import nothing else.

loading      files into the journal, and the report on it
resolving    who is who, as far as rules can tell
naming       from what a person types to an id
searching    what a name may mean, in any script, ranked
asking       a saved query, by name, to an answer
looking      one thing with its links
explaining   why something stands in the graph: claims, sources, decisions
reviewing    what waits for a person, one question at a time, and the answers
sides        two things side by side, as their rows describe them
rows         what rows say of a thing, from the journal alone
judging      one decision on who is who, by name
identifying  who a thing is made of, by whose word, and whom it was not joined with
standing     where a case stands: counts, hashes, what waits
proving      that everything held is what was recorded
leaving      release, export, publish: the one way out
"""
