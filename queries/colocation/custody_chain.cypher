// /// query
// title    = "Where this person was, step by step"
// question = "Where was this person held or taken, which units were based there or alleged, and who commanded them?"
// element  = "torture/custody-or-control"
// caveat   = "Shows where sources place the person, not who acted there. A row without a unit is about the step alone; in the others certainty, gap_days and who denies are those of the step, the unit and its commander together. Based means that the unit was at the place, not that it held this person; formal authority, not effective control. gap_hours counts only time that no step could fill: where limits are unknown, there may have been more. A stay or a release that a source denies fills nothing and frees nobody."
// related  = ["colocation/victim_and_officer", "command/commanders_at_station"]
//
// [params.victim]
// type = "id"
// of   = "Person"
// help = "The victim, by id or by name"
//
// [grade]
// members = ["happened", "base", "posting"]
// others  = ["suffered", "occurred", "alleged"]
// asked   = "happened"
//
// [columns]
// step      = { type = "int",  is = "the place of the stay or event in their order" }
// kind      = { type = "text", is = "held, or the kind of event" }
// stage     = "text"
// cell      = "text"
// station   = { type = "node", is = "where" }
// place     = { type = "text", is = "where, as a source words it" }
// gap_hours = { type = "int",  is = "whole hours before it that no earlier step can have filled, denied ones aside; empty where the person was free" }
// tie       = { type = "text", is = "based: the unit was based there; alleged: a source names it in the event" }
// role      = "text"
// unit      = { type = "node", is = "the unit that answered for the place, or is alleged; an unknown one accuses nobody; empty: the row of the step alone" }
// commander = { type = "node", is = "who held command of it" }
// acting    = { type = "bool", is = "whether only in place of somebody else" }
// victim    = "node"
// event     = "node"
// stay      = "rel"
// happened  = { type = "things", is = "the stay or the event" }
// suffered  = "rel"
// occurred  = "rel"
// tied      = "rel"
// base      = { type = "rel", hidden = true }
// alleged   = { type = "rel", hidden = true }
// posting   = "rel"
// ///

// The steps: every stay, and every event the person suffered. Limits may be unknown, so steps are put in order by when
// they surely held or were first cited, else by when they could begin.
MATCH (victim:Person {id: $victim})
WITH victim,
  COLLECT { MATCH (victim)-[s:HELD_AT]->(:Station) RETURN s } +
  COLLECT { MATCH (victim)-[:SUFFERED]->(e:Event) RETURN DISTINCT e } AS found
WITH victim, COLLECT {
  UNWIND found AS x
  WITH x, coalesce(x.certain_from, reduce(first = null, c IN coalesce(x.cited_from, []) | CASE
    WHEN x.possible_from <= c AND c < x.possible_to AND (first IS NULL OR c < first) THEN c ELSE first END), x.possible_from) AS at
  RETURN x ORDER BY at, x.possible_to, x.id } AS steps

// Of these, the ones with a link to the person that nobody denies.
WITH *, COLLECT { MATCH (victim)-[t:HELD_AT|SUFFERED]->(x:Station|Event) WHERE NOT coalesce(t.disputed, false)
  RETURN CASE type(t) WHEN 'HELD_AT' THEN t.id ELSE x.id END } AS undenied

// Where each was.
CALL (victim) {
  MATCH (victim)-[stay:HELD_AT]->(station:Station)
  RETURN 'held' AS kind, stay AS happened, null AS event, stay, station, null AS suffered, null AS occurred
  UNION ALL
  MATCH (victim)-[suffered:SUFFERED]->(event:Event)
  OPTIONAL MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
  RETURN coalesce(event.kind, 'other') AS kind, event AS happened, event, null AS stay, station, suffered, occurred
}
WITH *, head([i IN range(0, size(steps) - 1) WHERE steps[i].id = happened.id | i + 1]) AS step,
     [y IN steps WHERE y.possible_from < happened.possible_from AND y.id IN undenied] AS before

// Until when an earlier step could have lasted. Whoever was released, and not taken since, was free. A denied
// step fills nothing and frees nobody.
WITH *, reduce(last = null, y IN before | CASE WHEN last IS NULL OR last < y.possible_to THEN y.possible_to ELSE last END) AS last,
  any(r IN before WHERE coalesce(r.kind = 'release', false)
    AND none(y IN before WHERE coalesce(y.kind <> 'release', true) AND r.possible_to <= y.possible_from)) AS free

// A row of the step alone; then one of each who was there: units based at the place at some moment of the step, and units
// alleged in the event. An unknown one keeps the place answered for: it has no commander, and is never alleged.
WITH *, COLLECT {
    MATCH (station)<-[b:BASED_AT]-(:Unit)
    WHERE b.possible_from < happened.possible_to AND happened.possible_from < b.possible_to RETURN b } + COLLECT {
    MATCH (event)<-[a:ALLEGED_IN]-(u:Unit) WHERE coalesce(u.kind <> 'unknown', true) RETURN a } AS ties
UNWIND [null] + ties AS tied
WITH *, startNode(tied) AS unit, CASE WHEN type(tied) = 'BASED_AT' THEN tied END AS base,
     CASE WHEN type(tied) = 'ALLEGED_IN' THEN tied END AS alleged
OPTIONAL MATCH (unit)<-[posting:POSTED_TO]-(commander:Person)
WHERE posting.function = 'commander' AND coalesce(unit.kind <> 'unknown', true) AND all(x IN [happened, coalesce(base, happened)] WHERE
  posting.possible_from < x.possible_to AND x.possible_from < posting.possible_to)
RETURN step, kind, stay.stage AS stage, stay.cell AS cell, station, event.place AS place,
  CASE WHEN last IS NULL OR free THEN null
       WHEN last < happened.possible_from THEN duration.inSeconds(last, happened.possible_from).seconds / 3600
       ELSE 0 END AS gap_hours,
  CASE type(tied) WHEN 'BASED_AT' THEN 'based' WHEN 'ALLEGED_IN' THEN 'alleged' END AS tie, tied.role AS role, unit, commander,
  CASE WHEN posting IS NOT NULL THEN coalesce(posting.acting, false) END AS acting,
  victim, event, stay, [happened] AS happened, suffered, occurred, tied, base, alleged, posting
ORDER BY step, station.id, tie IS NOT NULL, tie, unit.id, commander.id, tied.id, posting.id, suffered.id, occurred.id
