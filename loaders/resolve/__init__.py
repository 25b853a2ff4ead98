"""Who is who: from mentions to proposals which of them are one thing.

record       what is compared: one profile of a thing, as its mentions give it
proposal     what comes out: merges that are safe by a named rule, groups for a person, conflicts
records/     from the journal to records
apart        what a compiler keeps apart by its own keys
areas        areas, by name and what they lie in
bodies/      units and stations, by concept, number and place
persons/     weights by Splink, decided by a policy of named rules
events/      events of resolved victims
canonical    what the compiler of a file counts as one by a decision of his own
stages       the order of these
run          the whole way, and its decisions in the journal
backlog      what waits for a person, kept beside the journal
"""
