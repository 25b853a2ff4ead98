// /// query
// title    = "Which units were at this event"
// question = "Which units are alleged to have taken part, and which were based where it happened?"
// element  = "command-responsibility/subordinates-crimes"
// caveat   = "Alleged is what a source says; based is derived from the place and time alone and does not show that the unit took part. certainty grades the dates, not the allegation."
// related  = ["colocation/victim_and_officer", "command/chain_up"]
//
// [params.event]
// type = "id"
// of   = "Event"
// help = "The event, by id or by name"
//
// [columns]
// tie            = "text"
// unit           = "node"
// classification = "texts"
// recognised_by  = "text"
// role           = "text"
// station        = "node"
// since          = "time"
// until          = "time"
// covers         = "bool"
// certainty      = "text"
// gap_days       = "int"
// event          = "node"
// tied           = "rel"
// occurred       = "rel"
// claims         = "claims"
// ///

// The time asked about is that of the event. `timed`: what must hold together; `others`: links without a time.
MATCH (event:Event {id: $event})
WITH event, event.possible_from AS asked_from, event.possible_to AS asked_to
CALL (event, asked_from, asked_to) {
  MATCH (event)<-[tied:ALLEGED_IN]-(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true)
  RETURN 'alleged' AS tie, unit, tied, null AS station, null AS occurred, [event] AS timed, [tied] AS others
  UNION ALL
  MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
  MATCH (station)<-[tied:BASED_AT]-(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true) AND tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'based' AS tie, unit, tied, station, occurred, [event, tied] AS timed, [occurred] AS others
}
WITH *, timed + others AS members,
     CASE WHEN tie = 'based' AND tied.possible_from > asked_from THEN tied.possible_from ELSE asked_from END AS since,
     CASE WHEN tie = 'based' AND tied.possible_to < asked_to THEN tied.possible_to ELSE asked_to END AS until

// Of each member: days to the far end of its nearest citation, from the event.
WITH *, [x IN timed | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of the event, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN timed WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN timed | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN timed | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN timed WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN timed WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN tie, unit, unit.classification AS classification, tied.recognised_by AS recognised_by, tied.role AS role, station,
  since, until, since = asked_from AND until = asked_to AS covers,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN timed WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  event, tied, occurred,
  COLLECT { UNWIND members AS x UNWIND x.claims AS c RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY tie, unit.id, tied.id, station.id, occurred.id
