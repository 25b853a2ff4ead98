"""Who is who: from mentions to proposals which of them are one thing (RESOLUTION).

record       what is compared: one profile of a thing, as its mentions give it
proposal     what comes out: merges that are safe by a named rule, groups for a person, conflicts
records      from the journal to records
persons/     weights by Splink, decided by a policy of named rules
bodies       units and stations, by concept, number and place
events       events of resolved victims
run          the whole way, and its decisions in the journal
"""
