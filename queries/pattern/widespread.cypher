// /// query
// title    = "How large it was"
// question = "How many events, people, stations and units were there in all, and by week, area or unit?"
// element  = "crimes-against-humanity/widespread"
// caveat   = "Counts what was recorded, not what happened. The range of people ends with those who are only described, since they may be among the named. Rows do not add up: one person or event stands in several. certainty is that of the surest event counted, `sure` says how many are."
// related  = ["pattern/coordinated_policy", "pattern/station_pattern"]
//
// [params.by]
// type    = "choice"
// choices = ["week", "area", "unit"]
// default = "week"
// help    = "The first row is all together; those below are for each week, area or unit alleged"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [columns]
// part       = "text"
// thing      = "node"
// week       = "time"
// events     = "int"
// sure       = "int"
// victims    = "int"
// victims_to = "int"
// stations   = "int"
// units      = "int"
// since      = "time"
// until      = "time"
// certainty  = "text"
// gap_days   = "int"
// claims     = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (event:Event)
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
WITH event, since, until, gap,
  CASE WHEN NOT sure THEN 3
       WHEN NOT coalesce(event.bridged, false)
         OR any(i IN range(0, size(coalesce(event.cited_from, [])) - 1) WHERE
              event.cited_from[i] <= since AND until <= event.cited_to[i]
              AND event.cited_from[i] = localdatetime.truncate('day', event.cited_from[i])
              AND event.cited_to[i] = event.cited_from[i] + duration({days: 1})) THEN 1
       ELSE 2 END AS grade

// Of each event ids alone: lists of things carried through every row are what makes a large answer slow.
WITH event.id AS event, coalesce(event.claims, []) AS told, since, until, gap, grade,
  COLLECT { MATCH (event)<-[:SUFFERED]-(victim:Person) WHERE coalesce(victim.identified <> 'described', true)
            RETURN DISTINCT victim.id } AS named,
  COLLECT { MATCH (event)<-[:SUFFERED]-(victim:Person) WHERE victim.identified = 'described' RETURN DISTINCT victim.id } AS masked,
  COLLECT { MATCH (event)<-[suffered:SUFFERED]-(:Person) UNWIND suffered.claims AS c RETURN DISTINCT c } AS suffering,
  COLLECT { MATCH (event)-[:OCCURRED_AT]->(station:Station) RETURN DISTINCT station.id } AS places,
  COLLECT { MATCH (event)<-[a:ALLEGED_IN]-(unit:Unit)
            WHERE coalesce(unit.kind <> 'unknown', true) AND NOT coalesce(a.disputed, false) RETURN DISTINCT unit.id } AS alleged,
  CASE WHEN $by = 'area' THEN COLLECT {
    MATCH (event)-[:OCCURRED_AT]->(place:Station)
    MATCH (place)((:Station|Area)-[:WITHIN]->(:Area)){1,12}(area:Area) RETURN DISTINCT area.id } ELSE [] END AS areas

// Where it counts: all together, and in each part; a week where all of its range lies in one.
WITH *, localdatetime.truncate('week', since) AS monday
UNWIND [['all', null, null]] + CASE $by
    WHEN 'week' THEN [CASE WHEN until <= monday + duration({days: 7}) THEN ['week', null, monday]
                           ELSE ['not in one week', null, null] END]
    WHEN 'unit' THEN CASE WHEN size(alleged) = 0 THEN [['no unit alleged', null, null]]
                          ELSE [unit IN alleged | ['unit', unit, null]] END
    ELSE CASE WHEN size(areas) = 0 THEN [['no area known', null, null]] ELSE [area IN areas | ['area', area, null]] END
  END AS p
WITH p, event, since, until, gap, grade, ['.'] + [x IN named | 'v' + x] + [x IN masked | 'm' + x] + [x IN places | 's' + x] +
  [x IN alleged | 'u' + x] + [x IN told | 'c' + x] + [x IN suffering | 'c' + x] AS marks
UNWIND marks AS mark
WITH p[0] AS part, p[1] AS about, p[2] AS week, count(DISTINCT event) AS events,
  count(DISTINCT CASE WHEN grade < 3 THEN event END) AS sure,
  min(since) AS since, max(until) AS until, min(grade) AS surest, min(gap) AS gap_days, collect(DISTINCT mark) AS marks
WITH *, size([m IN marks WHERE left(m, 1) = 'v']) AS victims, size([m IN marks WHERE left(m, 1) = 'm']) AS described
OPTIONAL MATCH (thing:Unit|Area {id: about})
RETURN part, thing, week, events, sure, victims, victims + described AS victims_to,
  size([m IN marks WHERE left(m, 1) = 's']) AS stations, size([m IN marks WHERE left(m, 1) = 'u']) AS units, since, until,
  CASE surest WHEN 1 THEN 'certain' WHEN 2 THEN 'assumed' ELSE 'possible' END AS certainty, gap_days,
  [m IN marks WHERE left(m, 1) = 'c' | substring(m, 1)] AS claims
ORDER BY part <> 'all', week, part, events DESC, about
