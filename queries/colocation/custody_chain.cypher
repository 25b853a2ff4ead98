// /// query
// title    = "Where this person was, step by step"
// question = "Where was this person held or taken, which units were based there or alleged, and who commanded them?"
// element  = "torture/custody-or-control"
// caveat   = "Shows where sources place the person, not who acted there. A row without a unit is about the step alone; in the others certainty, gap_days and who denies are those of the step, the unit and its commander together. Based means that the unit was at the place, not that it held this person; formal authority, not effective control. gap_hours counts only time that no step could fill: where limits are unknown, there may have been more. A stay, a release or a death that a source denies fills nothing and frees nobody; a release of which only the place is denied does."
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
// gap_hours = { type = "int",  is = "whole hours before it that no earlier step can have filled, denied ones aside; empty where the person was free, or dead; 0 where only the order of steps says whether they were" }
// gap_least = { type = "int",  is = "of these, how many at least, whether each denial is right or wrong: not what a denied step would fill, nor what came after a denied release or death" }
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
  COLLECT { MATCH (victim)-[s:HELD_AT]->(:Station) RETURN s } AS stays,
  COLLECT { MATCH (victim)-[:SUFFERED]->(e:Event) RETURN DISTINCT e } AS events
WITH victim, stays, stays + events AS found
WITH victim, stays, COLLECT {
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
     [y IN steps WHERE y.possible_from < happened.possible_from AND y.id IN undenied] AS before,
     [y IN steps WHERE y.possible_from < happened.possible_from AND NOT y.id IN undenied AND y.id <> happened.id] AS denied

// Until when an earlier step could have lasted; and the releases and deaths among them. Beside these, of every earlier step when it
// had begun at the latest, and when it may have been over at the earliest, as in custody_gaps. A denied step fills nothing and
// frees nobody.
WITH *, reduce(last = null, y IN before | CASE WHEN last IS NULL OR last < y.possible_to THEN y.possible_to ELSE last END) AS last,
  [y IN before WHERE coalesce(y.kind IN ['release', 'death', 'killing'], false)] AS ends,
  [y IN denied WHERE coalesce(y.kind IN ['release', 'death', 'killing'], false)] AS denied_ends
WITH *, CASE WHEN size(ends) + size(denied_ends) = 0 THEN [] ELSE [x IN before | [x,
  coalesce(x.certain_from, reduce(first = null, i IN range(0, size(coalesce(x.cited_from, [])) - 1) | CASE
    WHEN x.cited_to[i] <= x.possible_from OR x.possible_to <= x.cited_from[i] OR first <= x.cited_to[i] THEN first
    WHEN x.possible_to <= x.cited_to[i] THEN x.possible_to ELSE x.cited_to[i] END), x.possible_to),
  coalesce(x.certain_to, reduce(last = null, i IN range(0, size(coalesce(x.cited_from, [])) - 1) | CASE
    WHEN x.cited_to[i] <= x.possible_from OR x.possible_to <= x.cited_from[i] OR x.cited_from[i] <= last THEN last
    WHEN x.cited_from[i] <= x.possible_from THEN x.possible_from ELSE x.cited_from[i] END), x.possible_from),
  x.certain_from IS NOT NULL, any(e IN ends WHERE e.id = x.id), any(s IN stays WHERE s.id = x.id) OR coalesce(x.kind IN ['arrest',
    'transfer', 'detention', 'beating', 'torture', 'sexual_violence', 'disappearance'], false)]] END AS timed

// Whoever was released, and cannot have been taken since, was free; whoever died, and was not seen alive since, is dead. Where only
// the order says so, no hours are sure.
WITH *, any(r IN timed WHERE r[4] AND r[0].possible_to <= happened.possible_from AND CASE r[0].kind WHEN 'release'
    THEN none(y IN timed WHERE NOT y[4] AND (r[2] < y[1] OR r[2] = y[1] AND r[3] AND y[3]))
    ELSE none(y IN timed WHERE y[5] AND r[0].possible_to <= y[2]) END) AS out,
  any(r IN ends WHERE r.kind <> 'release'
    OR none(y IN timed WHERE NOT y[4] AND r.possible_to <= y[0].possible_from)) AS perhaps_out

// The hours before the step: up to a denied release or death, unless something that nobody denies was still so afterwards; and
// without what other denied steps would fill.
WITH *, reduce(end = happened.possible_from, r IN [r IN denied_ends WHERE none(y IN timed WHERE r.possible_to <= y[2]
    AND CASE r.kind WHEN 'release' THEN NOT y[4] ELSE y[5] END)] | CASE WHEN r.possible_from < end THEN r.possible_from ELSE end END) AS sure_to
WITH *, [y IN denied WHERE coalesce(NOT y.kind IN ['release', 'death', 'killing'], true)
  AND y.possible_from < sure_to AND last < y.possible_to] AS filling
WITH *, reduce(ends = [last], y IN filling | CASE WHEN any(e IN ends WHERE e = y.possible_to) THEN ends ELSE ends + [y.possible_to] END) AS free_from
WITH *, CASE WHEN last IS NULL OR out THEN null
             WHEN perhaps_out THEN 0
             WHEN last < happened.possible_from THEN duration.inSeconds(last, happened.possible_from).seconds / 3600
             ELSE 0 END AS gap_hours
WITH *, CASE WHEN gap_hours IS NULL OR gap_hours = 0 THEN gap_hours
             WHEN size(denied) = 0 THEN gap_hours
             ELSE reduce(sum = 0, f IN [f IN free_from WHERE f < sure_to AND none(y IN filling WHERE y.possible_from <= f AND f < y.possible_to)] |
               sum + duration.inSeconds(f, reduce(end = sure_to, y IN filling |
                 CASE WHEN f < y.possible_from AND y.possible_from < end THEN y.possible_from ELSE end END)).seconds) / 3600 END AS gap_least

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
  gap_hours, gap_least,
  CASE type(tied) WHEN 'BASED_AT' THEN 'based' WHEN 'ALLEGED_IN' THEN 'alleged' END AS tie, tied.role AS role, unit, commander,
  CASE WHEN posting IS NOT NULL THEN coalesce(posting.acting, false) END AS acting,
  victim, event, stay, [happened] AS happened, suffered, occurred, tied, base, alleged, posting
ORDER BY step, station.id, tie IS NOT NULL, tie, unit.id, commander.id, tied.id, posting.id, suffered.id, occurred.id
