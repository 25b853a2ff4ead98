// /// query
// title    = "What is unfinished"
// question = "What in the case waits to be completed: postings to unknown units, units without superior, events without place, sources without original?"
// evidence = ["spoken"]
// element  = "evidence/probative-value"
// caveat   = "Lists gaps in what was recorded, not faults: the top of a chain has no superior, and a source may be lost."
// related  = ["evidence/conflicts", "evidence/exhibits"]
//
// [columns]
// what   = { type = "text", is = "what is unfinished" }
// kind   = "text"
// thing  = "node"
// other  = "node"
// link   = "rel"
// spoken = "things"
// ///

WITH ['unknown', 'unnamed'] AS nameless
CALL (nameless) {
  MATCH (thing:Person)-[link:POSTED_TO]->(other:Unit)
  WHERE other.kind IN nameless
  RETURN 1 AS place, 'posting to a unit not identified' AS what, thing, link, other
  UNION ALL
  MATCH (thing:Unit)
  WHERE coalesce(thing.kind, 'real') = 'real' AND NOT EXISTS { MATCH (thing)-[:SUBORDINATE_TO]->(:Unit) }
  RETURN 2 AS place, 'unit without superior' AS what, thing, null AS link, null AS other
  UNION ALL
  MATCH (thing:Unit)
  WHERE coalesce(thing.kind, 'real') = 'real'
    AND NOT EXISTS { MATCH (thing)<-[p:POSTED_TO]-(:Person) WHERE p.function = 'commander' }
  RETURN 3 AS place, 'unit without commander' AS what, thing, null AS link, null AS other
  UNION ALL
  MATCH (thing:Event)
  WHERE NOT EXISTS { MATCH (thing)-[:OCCURRED_AT]->(:Station) }
  RETURN 4 AS place, 'event without station' AS what, thing, null AS link, null AS other
  UNION ALL
  MATCH (thing:Event)
  WHERE NOT EXISTS { MATCH (thing)<-[:SUFFERED]-(:Person) }
  RETURN 5 AS place, 'event without victim' AS what, thing, null AS link, null AS other
  UNION ALL
  MATCH (thing:Event)
  WHERE thing.possible_from = localdatetime('0001-01-01T00:00:00') AND thing.possible_to = localdatetime('9999-12-31T00:00:00')
  RETURN 6 AS place, 'event without date' AS what, thing, null AS link, null AS other
  UNION ALL
  MATCH (thing:Person)-[link:HELD_AT]->(other:Station)
  WHERE link.possible_from = localdatetime('0001-01-01T00:00:00') AND link.possible_to = localdatetime('9999-12-31T00:00:00')
  RETURN 7 AS place, 'detention without date' AS what, thing, link, other
  UNION ALL
  MATCH (thing:Finding)
  WHERE NOT EXISTS { MATCH (thing)-[:FOUND_ON]->(:Person) }
  RETURN 8 AS place, 'finding of nobody' AS what, thing, null AS link, null AS other
  UNION ALL
  MATCH (thing:Proceeding)
  WHERE NOT EXISTS { MATCH (thing)-[:CONCERNS]->() }
  RETURN 9 AS place, 'proceeding about nothing recorded' AS what, thing, null AS link, null AS other
  UNION ALL
  MATCH (thing:Casefile)
  WHERE NOT EXISTS { MATCH (thing)-[:ABOUT]->(:Person) }
  RETURN 10 AS place, 'casefile of nobody' AS what, thing, null AS link, null AS other
  UNION ALL
  MATCH (thing:Source)
  WHERE thing.sha256 IS NULL
  RETURN 11 AS place, 'source not held' AS what, thing, null AS link, null AS other
}
WITH place, what, thing, link, other
RETURN what, thing.kind AS kind, thing, other, link, [coalesce(link, thing)] AS spoken
ORDER BY place, thing.id, other.id, link.id
