// /// query
// title    = "What this person is linked to"
// question = "In which events is this person alleged to have taken part, and in which is a unit alleged that this person then commanded?"
// element  = "command-responsibility/subordinates-crimes"
// caveat   = "Two lists, never one: `alleged` is what sources say of the person; `commander` is derived from a posting, shows formal authority, and alleges nothing."
// related  = ["pattern/repeat_perpetrators", "command/holders_of_command"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The person, by id or by name"
//
// [columns]
// tie           = "text"
// event         = "node"
// kind          = "text"
// role          = "text"
// recognised_by = "text"
// unit          = "node"
// station       = "node"
// victims       = "int"
// since         = "time"
// until         = "time"
// covers        = "bool"
// certainty     = "text"
// gap_days      = "int"
// allegation    = "rel"
// posting       = "rel"
// occurred      = "rel"
// claims        = "claims"
// ///

MATCH (person:Person {id: $person})
CALL (person) {
  MATCH (person)-[allegation:ALLEGED_IN]->(event:Event)
  RETURN 'alleged' AS tie, event, allegation, null AS posting, null AS unit, [event] AS timed
  UNION ALL
  // Command of a unit alleged, at some moment of what happened.
  MATCH (person)-[posting:POSTED_TO]->(unit:Unit)
  WHERE posting.function = 'commander' AND coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)-[allegation:ALLEGED_IN]->(event:Event)
  WHERE posting.possible_from < event.possible_to AND event.possible_from < posting.possible_to
  RETURN 'commander' AS tie, event, allegation, posting, unit, [event, posting] AS timed
}
OPTIONAL MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
// What is asked about is the event: its own time is the question's.
WITH *, event.possible_from AS asked_from, event.possible_to AS asked_to,
     timed + [allegation] + CASE WHEN occurred IS NULL THEN [] ELSE [occurred] END AS members
WITH *,
     reduce(f = asked_from, x IN timed | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS since,
     reduce(t = asked_to, x IN timed | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS until

// Of each member: days to the far end of its nearest citation, from the event.
WITH *, [x IN timed | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment, or the core of one contains the other's whole possible range.
WITH *,
  (all(x IN timed WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN timed | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN timed | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN timed WHERE all(y IN timed WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN tie, event, event.kind AS kind, allegation.role AS role, allegation.recognised_by AS recognised_by, unit, station,
  size(COLLECT { MATCH (event)<-[:SUFFERED]-(victim:Person) RETURN DISTINCT victim.id }) AS victims,
  since, until, since = asked_from AND until = asked_to AS covers,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN timed WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  allegation, posting, occurred,
  COLLECT { UNWIND members AS x UNWIND x.claims AS c RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY tie, since, until, event.id, allegation.id, posting.id, occurred.id
