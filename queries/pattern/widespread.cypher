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
       ELSE 2 END AS grade,
  COLLECT { MATCH (event)<-[suffered:SUFFERED]-(:Person) RETURN suffered } AS suffering,
  COLLECT { MATCH (event)-[:OCCURRED_AT]->(station:Station) RETURN DISTINCT station } AS places,
  COLLECT { MATCH (event)<-[a:ALLEGED_IN]-(unit:Unit)
            WHERE coalesce(unit.kind <> 'unknown', true) AND NOT coalesce(a.disputed, false) RETURN DISTINCT unit } AS alleged

// Where it counts: all together, and in each part; a week where all of its range lies in one.
WITH *, localdatetime.truncate('week', since) AS monday
WITH *, [{part: 'all', thing: null, week: null}] +
  CASE $by
    WHEN 'week' THEN [CASE WHEN until <= monday + duration({days: 7}) THEN {part: 'week', thing: null, week: monday}
                           ELSE {part: 'not in one week', thing: null, week: null} END]
    WHEN 'unit' THEN CASE WHEN size(alleged) = 0 THEN [{part: 'no unit alleged', thing: null, week: null}]
                          ELSE [unit IN alleged | {part: 'unit', thing: unit, week: null}] END
    ELSE CASE WHEN size(COLLECT { UNWIND places AS p MATCH (p)-[:WITHIN]->(area:Area) RETURN area }) = 0
              THEN [{part: 'no area known', thing: null, week: null}]
              ELSE COLLECT { UNWIND places AS p MATCH (p)((:Station|Area)-[:WITHIN]->(:Area)){1,12}(area:Area)
                             RETURN DISTINCT {part: 'area', thing: area, week: null} AS part } END
  END AS parts
UNWIND parts AS p
WITH p.part AS part, p.thing AS thing, p.week AS week, collect({event: event, since: since, until: until, gap: gap, grade: grade,
  suffering: suffering, places: places, alleged: alleged}) AS found
WITH *,
  reduce(f = null, x IN found | CASE WHEN f IS NULL OR x.since < f THEN x.since ELSE f END) AS since,
  reduce(t = null, x IN found | CASE WHEN t IS NULL OR x.until > t THEN x.until ELSE t END) AS until,
  reduce(g = 3, x IN found | CASE WHEN x.grade < g THEN x.grade ELSE g END) AS surest,
  COLLECT { UNWIND found AS x UNWIND x.suffering AS s RETURN DISTINCT startNode(s) AS victim } AS victims
RETURN part, thing, week, size(found) AS events, size([x IN found WHERE x.grade < 3]) AS sure,
  size([v IN victims WHERE coalesce(v.identified <> 'described', true)]) AS victims, size(victims) AS victims_to,
  size(COLLECT { UNWIND found AS x UNWIND x.places AS p RETURN DISTINCT p.id }) AS stations,
  size(COLLECT { UNWIND found AS x UNWIND x.alleged AS u RETURN DISTINCT u.id }) AS units,
  since, until, CASE surest WHEN 1 THEN 'certain' WHEN 2 THEN 'assumed' ELSE 'possible' END AS certainty,
  reduce(near = null, x IN found | CASE WHEN near IS NULL OR x.gap < near THEN x.gap ELSE near END) AS gap_days,
  COLLECT { UNWIND found AS x UNWIND [x.event] + x.suffering AS y UNWIND y.claims AS c RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY part <> 'all', week, part, events DESC, thing.id
