// /// query
// title    = "What was done here"
// question = "Which methods were used at this station, day by day, on how many people, and by whom is it alleged?"
// element  = "crimes-against-humanity/systematic"
// caveat   = "Counts what was recorded. certainty is that of the surest event counted, `sure` says how many are. `held` counts who may have been held here on that day: without it a count says nothing. An event told twice and not yet joined counts twice."
// related  = ["pattern/modus_operandi", "pattern/injuries", "colocation/co_detained"]
//
// [params.station]
// type = "id"
// of   = "Station"
// help = "The station, by id or by name"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [columns]
// day        = "time"
// method     = "text"
// events     = "int"
// sure       = "int"
// victims    = "int"
// units      = "texts"
// held       = "int"
// casefiles  = "int"
// since      = "time"
// until      = "time"
// certainty  = "text"
// gap_days   = "int"
// claims     = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (station:Station {id: $station})<-[occurred:OCCURRED_AT]-(event:Event)
WHERE event.possible_from < asked_to AND asked_from < event.possible_to
WITH *,
     CASE WHEN event.possible_from > asked_from THEN event.possible_from ELSE asked_from END AS since,
     CASE WHEN event.possible_to < asked_to THEN event.possible_to ELSE asked_to END AS until

// Days to the far end of its nearest citation, from the period.
WITH *, reduce(near = null, far IN
  [i IN range(0, size(coalesce(event.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(event.cited_from[i], asked_from).days, duration.inDays(asked_to, event.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END) AS gap

// Sure: its core meets the period, or all of its possible range lies in it.
WITH *, coalesce(event.certain_from < asked_to AND asked_from < event.certain_to, false)
  OR (asked_from <= event.possible_from AND event.possible_to <= asked_to) AS sure
WITH *,
  CASE WHEN NOT sure OR coalesce(occurred.disputed, false) THEN 3
       WHEN NOT coalesce(event.bridged, false)
         OR any(i IN range(0, size(coalesce(event.cited_from, [])) - 1) WHERE
              event.cited_from[i] <= since AND until <= event.cited_to[i]
              AND event.cited_from[i] = localdatetime.truncate('day', event.cited_from[i])
              AND event.cited_to[i] = event.cited_from[i] + duration({days: 1})) THEN 1
       ELSE 2 END AS grade,
  // One day where all of its range lies on it, else none.
  CASE WHEN until <= localdatetime.truncate('day', since) + duration({days: 1}) THEN localdatetime.truncate('day', since) END AS day,
  CASE WHEN size(coalesce(event.methods, [])) = 0 THEN ['not stated'] ELSE event.methods END AS methods,
  COLLECT { MATCH (event)<-[suffered:SUFFERED]-(:Person) RETURN suffered } AS suffering,
  COLLECT { MATCH (event)<-[alleged:ALLEGED_IN]-(unit:Unit) WHERE coalesce(unit.kind <> 'unknown', true) RETURN alleged } AS alleging
UNWIND COLLECT { UNWIND methods AS m RETURN DISTINCT toLower(trim(m)) AS m ORDER BY m } AS method
WITH station, asked_from, asked_to, day, method, collect({event: event, occurred: occurred, since: since, until: until, gap: gap, grade: grade,
  suffering: suffering, alleging: alleging}) AS found
WITH *,
  reduce(f = null, x IN found | CASE WHEN f IS NULL OR x.since < f THEN x.since ELSE f END) AS since,
  reduce(t = null, x IN found | CASE WHEN t IS NULL OR x.until > t THEN x.until ELSE t END) AS until,
  reduce(g = 3, x IN found | CASE WHEN x.grade < g THEN x.grade ELSE g END) AS surest,
  COLLECT { UNWIND found AS x UNWIND x.suffering AS s RETURN DISTINCT startNode(s) AS victim } AS victims
RETURN day, method, size(COLLECT { UNWIND found AS x RETURN DISTINCT x.event.id }) AS events,
  size(COLLECT { UNWIND found AS x WITH x WHERE x.grade < 3 RETURN DISTINCT x.event.id }) AS sure, size(victims) AS victims,
  COLLECT { UNWIND found AS x UNWIND x.alleging AS a WITH startNode(a) AS unit, coalesce(a.disputed, false) AS disputed
            RETURN DISTINCT coalesce(unit.name, unit.id) + CASE WHEN disputed THEN ' (disputed)' ELSE '' END AS name
            ORDER BY name } AS units,
  // Denominators: who may have been held here at that time, and how many of the victims have a casefile.
  size(COLLECT { MATCH (station)<-[stay:HELD_AT]-(person:Person) WHERE stay.possible_from < until AND since < stay.possible_to
                 RETURN DISTINCT person.id }) AS held,
  size(COLLECT { UNWIND victims AS victim MATCH (victim)<-[:ABOUT]-(file:Casefile) RETURN DISTINCT file.id }) AS casefiles,
  since, until, CASE surest WHEN 1 THEN 'certain' WHEN 2 THEN 'assumed' ELSE 'possible' END AS certainty,
  reduce(near = null, x IN found | CASE WHEN near IS NULL OR x.gap < near THEN x.gap ELSE near END) AS gap_days,
  COLLECT { UNWIND found AS x UNWIND [x.event, x.occurred] + x.suffering + x.alleging AS y UNWIND y.claims AS c
            RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY since, until, day, method
