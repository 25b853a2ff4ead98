// /// query
// title    = "What is unfinished"
// question = "What in the case waits to be completed: postings to unknown units, units without superior, events without place or told at several, sources without original, and what only denied links complete?"
// evidence = ["spoken"]
// element  = "evidence/probative-value"
// caveat   = "Lists gaps in what was recorded, not faults: the top of a chain has no superior, and a source may be lost. Where all that completes something is denied, the row names who denies it."
// related  = ["evidence/conflicts", "evidence/exhibits"]
//
// [params.list_up_to]
// type    = "int"
// default = 20
// least   = 0
// help    = "How many that are unfinished in the same way are listed one by one; where there are more, one row counts them; 0: all are listed"
//
// [columns]
// what     = { type = "text", is = "what is unfinished" }
// how_many = { type = "int", is = "of what is too much to be listed, so many" }
// examples = { type = "texts", is = "the first of these" }
// kind     = "text"
// thing    = "node"
// other    = "node"
// link     = "rel"
// spoken   = "things"
// ///

// Of what should have a link: those links, and what is said where there is none, or none that nobody denies.
WITH ['unknown', 'unnamed'] AS nameless
CALL (nameless) {
  MATCH (thing:Person)-[link:POSTED_TO]->(other:Unit)
  WHERE other.kind IN nameless
  RETURN 1 AS place, 'posting to a unit not identified' AS what, thing, link, other, [link] AS ties
  UNION ALL
  MATCH (thing:Person)-[link:POSTED_TO]->(other:Unit)
  WHERE link.function = 'unknown'
  RETURN 2 AS place, 'posting of which nobody knows as what' AS what, thing, link, other, [link] AS ties
  UNION ALL
  MATCH (thing:Unit)
  WHERE coalesce(thing.kind, 'real') = 'real'
  WITH thing, COLLECT { MATCH (thing)-[link:SUBORDINATE_TO]->(:Unit) RETURN link } AS ties
  // Of what kind a superior is may be unknown: then it may be one by command, and row 4 asks.
  WHERE all(x IN ties WHERE coalesce(x.disputed, false) OR coalesce(x.relation, 'unknown') IN ['informal', 'administrative'])
  WITH thing, ties, COLLECT { UNWIND ties AS x WITH x.relation AS kind WHERE NOT coalesce(x.disputed, false) RETURN DISTINCT kind } AS kinds
  RETURN 3 AS place, 'unit without superior' + CASE WHEN size(ties) = 0 THEN ''
    WHEN size(kinds) = 0 THEN ': all are denied'
    WHEN size(kinds) > 1 THEN ': none is by command'
    ELSE ': ' + kinds[0] + ' ones alone' END AS what, thing, null AS link, null AS other, ties
  UNION ALL
  MATCH (thing:Unit)-[link:SUBORDINATE_TO]->(other:Unit)
  WHERE link.relation = 'unknown'
  RETURN 4 AS place, 'superior of which nobody knows in what way' AS what, thing, link, other, [link] AS ties
  UNION ALL
  MATCH (thing:Unit)
  WHERE coalesce(thing.kind, 'real') = 'real'
  WITH thing, COLLECT { MATCH (thing)<-[link:POSTED_TO]-(:Person) WHERE link.function = 'commander' RETURN link } AS ties
  WHERE all(x IN ties WHERE coalesce(x.disputed, false))
  RETURN 5 AS place, CASE WHEN size(ties) = 0 THEN 'unit without commander' ELSE 'unit whose only commander is denied' END AS what,
    thing, null AS link, null AS other, ties
  UNION ALL
  MATCH (thing:Event)
  WITH thing, COLLECT { MATCH (thing)-[link:OCCURRED_AT]->(:Station) RETURN link } AS ties
  WHERE all(x IN ties WHERE coalesce(x.disputed, false))
  RETURN 6 AS place, CASE WHEN size(ties) = 0 THEN 'event without station' ELSE 'event whose only station is denied' END AS what,
    thing, null AS link, null AS other, ties
  UNION ALL
  MATCH (thing:Event)-[link:OCCURRED_AT]->(:Station)
  WHERE 'OCCURRED_AT' IN coalesce(thing.conflicts, [])
  WITH thing, collect(link) AS ties
  RETURN 6 AS place, 'event told at several stations' AS what, thing, null AS link, null AS other, ties
  UNION ALL
  MATCH (thing:Event)
  WITH thing, COLLECT { MATCH (thing)<-[link:SUFFERED]-(:Person) RETURN link } AS ties
  WHERE all(x IN ties WHERE coalesce(x.disputed, false)) // the victims of a raid are those of its parts
    AND NOT EXISTS { MATCH (thing)((:Event)<-[part:PART_OF WHERE NOT coalesce(part.disputed, false)]-(:Event)){1,12}(:Event)
                       <-[own:SUFFERED]-(:Person) WHERE NOT coalesce(own.disputed, false) }
  WITH thing, ties + COLLECT { // a part, or its victim, that somebody denies
    MATCH (thing)((:Event)<-[part:PART_OF]-(:Event)){1,12}(:Event)<-[own:SUFFERED]-(:Person) UNWIND part + own AS x RETURN DISTINCT x } AS ties
  RETURN 7 AS place, CASE WHEN size(ties) = 0 THEN 'event without victim' ELSE 'event whose only victim is denied' END AS what,
    thing, null AS link, null AS other, ties
  UNION ALL
  MATCH (thing:Event)
  WHERE thing.possible_from = localdatetime('0001-01-01T00:00:00') AND thing.possible_to = localdatetime('9999-12-31T00:00:00')
  RETURN 8 AS place, 'event without date' AS what, thing, null AS link, null AS other, [] AS ties
  UNION ALL
  MATCH (thing:Person)-[link:HELD_AT]->(other:Station)
  WHERE link.possible_from = localdatetime('0001-01-01T00:00:00') AND link.possible_to = localdatetime('9999-12-31T00:00:00')
  RETURN 9 AS place, 'detention without date' AS what, thing, link, other, [link] AS ties
  UNION ALL
  MATCH (thing:Finding)
  WITH thing, COLLECT { MATCH (thing)-[link:FOUND_ON]->(:Person) RETURN link } AS ties
  WHERE all(x IN ties WHERE coalesce(x.disputed, false))
  RETURN 10 AS place, CASE WHEN size(ties) = 0 THEN 'finding of nobody' ELSE 'finding whose only person is denied' END AS what,
    thing, null AS link, null AS other, ties
  UNION ALL
  MATCH (thing:Proceeding)
  WITH thing, COLLECT { MATCH (thing)-[link:CONCERNS]->() RETURN link } AS ties
  WHERE all(x IN ties WHERE coalesce(x.disputed, false)) // what answers a complaint is about what the complaint is about
    AND NOT EXISTS { MATCH (thing)((:Proceeding)-[step:ANSWERS WHERE NOT coalesce(step.disputed, false)]->(:Proceeding)){1,12}(:Proceeding)
                       -[own:CONCERNS]->() WHERE NOT coalesce(own.disputed, false) }
  WITH thing, ties + COLLECT { MATCH (thing)-[step:ANSWERS]->(:Proceeding) WHERE coalesce(step.disputed, false) RETURN step } + COLLECT {
    MATCH (thing)((:Proceeding)-[step:ANSWERS]->(:Proceeding)){1,12}(:Proceeding)-[own:CONCERNS]->() UNWIND step + own AS x RETURN DISTINCT x } AS ties
  RETURN 11 AS place, CASE WHEN size(ties) = 0 THEN 'proceeding about nothing recorded'
    ELSE 'proceeding whose only subject is denied' END AS what, thing, null AS link, null AS other, ties
  UNION ALL
  MATCH (thing:Casefile)
  WITH thing, COLLECT { MATCH (thing)-[link:ABOUT]->(:Person) RETURN link } AS ties
  WHERE all(x IN ties WHERE coalesce(x.disputed, false))
  RETURN 12 AS place, CASE WHEN size(ties) = 0 THEN 'casefile of nobody' ELSE 'casefile whose only person is denied' END AS what,
    thing, null AS link, null AS other, ties
  UNION ALL
  MATCH (thing:Source)
  WHERE thing.sha256 IS NULL
  RETURN 13 AS place, 'source not held' AS what, thing, null AS link, null AS other, [] AS ties
}
// Sorted before they are collected: ArcadeDB cannot sort thousands of things within one list.
WITH place, what, thing, link, other, COLLECT { UNWIND ties AS x RETURN x ORDER BY x.id } AS ties
ORDER BY place, thing.id, other.id, link.id
WITH place, what, collect({thing: thing, link: link, other: other, ties: ties}) AS found
WITH place, what, found, $list_up_to > 0 AND size(found) > $list_up_to AS many
WITH place, what, many, found, CASE WHEN many THEN size(found) END AS how_many,
  CASE WHEN many THEN COLLECT { UNWIND found AS f WITH f.thing AS thing, f.other AS other
    WITH coalesce(thing.name, thing.id) + coalesce(', ' + coalesce(other.name, other.id), '') AS name
    RETURN DISTINCT name ORDER BY name LIMIT 5 } END AS examples
// The groups are sorted, not their thousands of rows: Neo4j counts the whole group with each row that it sorts.
ORDER BY many, place, CASE WHEN what CONTAINS 'denied' THEN 1 WHEN what CONTAINS 'alone' OR what CONTAINS 'by command' THEN 2 WHEN what CONTAINS 'several' THEN 3 ELSE 0 END, what
WITH what, how_many, examples,
  CASE WHEN many THEN reduce(all = [], f IN found | all + CASE WHEN f.link IS NULL THEN [f.thing] + f.ties ELSE f.ties END) END AS all,
  CASE WHEN many THEN [{ties: []}] ELSE found END AS listed
UNWIND listed AS one
WITH what, how_many, examples, all, one.thing AS thing, one.link AS link, one.other AS other, one.ties AS ties
RETURN what, how_many, examples, thing.kind AS kind, thing, other, link,
  CASE WHEN how_many IS NOT NULL THEN all WHEN link IS NULL THEN [thing] + ties ELSE ties END AS spoken
