// /// query
// title    = "Where this person was, step by step"
// question = "Where was this person held or taken, which units were based there or alleged, and who commanded them?"
// element  = "torture/custody-or-control"
// caveat   = "Shows where sources place the person, not who acted there. Based means that the unit was at the place, not that it held this person; formal authority, not effective control. gap_hours counts only time that no step could fill: where limits are unknown, there may have been more."
// related  = ["colocation/victim_and_officer", "command/commanders_at_station"]
//
// [params.victim]
// type = "id"
// of   = "Person"
// help = "The victim, by id or by name"
//
// [columns]
// step      = "int"
// kind      = "text"
// stage     = "text"
// cell      = "text"
// station   = "node"
// place     = "text"
// since     = "time"
// until     = "time"
// covers    = "bool"
// gap_hours = "int"
// tie       = "text"
// role      = "text"
// unit      = "node"
// commander = "node"
// acting    = "bool"
// certainty = "text"
// gap_days  = "int"
// victim    = "node"
// event     = "node"
// stay      = "rel"
// suffered  = "rel"
// occurred  = "rel"
// tied      = "rel"
// posting   = "rel"
// claims    = "claims"
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

// Where each was.
CALL (victim) {
  MATCH (victim)-[stay:HELD_AT]->(station:Station)
  RETURN 'held' AS kind, stay AS happened, null AS event, stay, station, null AS suffered, null AS occurred
  UNION ALL
  MATCH (victim)-[suffered:SUFFERED]->(event:Event)
  OPTIONAL MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
  RETURN coalesce(event.kind, 'other') AS kind, event AS happened, event, null AS stay, station, suffered, occurred
}
WITH *, happened.possible_from AS asked_from, happened.possible_to AS asked_to,
     head([i IN range(0, size(steps) - 1) WHERE steps[i].id = happened.id | i + 1]) AS step,
     [y IN steps WHERE y.possible_from < happened.possible_from] AS before

// Until when an earlier step could have lasted. Whoever was released, and not taken since, was free.
WITH *, reduce(last = null, y IN before | CASE WHEN last IS NULL OR last < y.possible_to THEN y.possible_to ELSE last END) AS last,
  any(r IN before WHERE coalesce(r.kind = 'release', false)
    AND none(y IN before WHERE coalesce(y.kind <> 'release', true) AND r.possible_to <= y.possible_from)) AS free

// Who was there: units based at the place at some moment of the step, and units alleged in the event.
WITH *,
  COLLECT { MATCH (station)<-[b:BASED_AT]-(:Unit) WHERE b.possible_from < asked_to AND asked_from < b.possible_to RETURN b } +
  COLLECT { MATCH (event)<-[a:ALLEGED_IN]-(u:Unit) WHERE coalesce(u.kind <> 'unknown', true) RETURN a } AS ties
UNWIND CASE WHEN ties = [] THEN [null] ELSE ties END AS tied
WITH *, startNode(tied) AS unit, CASE type(tied) WHEN 'BASED_AT' THEN 'based' WHEN 'ALLEGED_IN' THEN 'alleged' END AS tie
WITH *, CASE WHEN tie = 'based' THEN [happened, tied] ELSE [happened] END AS there,
     CASE WHEN tie = 'based' AND tied.possible_from > asked_from THEN tied.possible_from ELSE asked_from END AS there_from,
     CASE WHEN tie = 'based' AND tied.possible_to < asked_to THEN tied.possible_to ELSE asked_to END AS there_to
OPTIONAL MATCH (unit)<-[posting:POSTED_TO]-(commander:Person)
WHERE posting.function = 'commander' AND posting.possible_from < there_to AND there_from < posting.possible_to
WITH *, CASE WHEN posting IS NULL THEN there ELSE there + posting END AS timed,
     [y IN [suffered, occurred, tied] WHERE y IS NOT NULL] AS others,
     CASE WHEN posting.possible_from > there_from THEN posting.possible_from ELSE there_from END AS since,
     CASE WHEN posting.possible_to < there_to THEN posting.possible_to ELSE there_to END AS until

// Of each member: days to the far end of its nearest citation, from the step.
WITH *, timed + others AS members, [x IN timed | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of the step, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN timed WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN timed | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN timed | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN timed WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN timed WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN step, kind, stay.stage AS stage, stay.cell AS cell, station, event.place AS place, since, until,
  since = asked_from AND until = asked_to AS covers,
  CASE WHEN last IS NULL OR free THEN null
       WHEN last < asked_from THEN duration.inSeconds(last, asked_from).seconds / 3600
       ELSE 0 END AS gap_hours,
  tie, tied.role AS role, unit, commander, CASE WHEN posting IS NULL THEN null ELSE coalesce(posting.acting, false) END AS acting,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN timed WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  victim, event, stay, suffered, occurred, tied, posting,
  COLLECT { UNWIND members AS x UNWIND x.claims AS c RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY step, station.id, tie, unit.id, commander.id, tied.id, posting.id, suffered.id, occurred.id
