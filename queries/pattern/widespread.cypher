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
// [grade]
// groups  = "counted"
// parts   = ["event", "suffering"]
// members = ["event"]
// beside  = ["suffering"]
// asked   = "period"
//
// [columns]
// part       = { type = "text", is = "all, or the kind of part that is counted" }
// thing      = { type = "node", is = "the unit or area" }
// week       = { type = "time", is = "the Monday the week begins with" }
// events     = { type = "int", count = "counted.event", is = "how many events" }
// sure       = { type = "int", count = "counted.event", grade = "assumed", is = "of these, surely in the period" }
// victims    = { type = "int",  is = "how many persons who are named suffered them: at least so many" }
// victims_to = { type = "int",  is = "with those who are only described: at most so many" }
// stations   = { type = "int",  is = "at how many stations" }
// units      = { type = "int",  is = "by how many units" }
// counted    = "groups"
// ///

MATCH (event:Event)
WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
WITH event,
  CASE WHEN $from > event.possible_from THEN localdatetime($from) ELSE event.possible_from END AS begin,
  CASE WHEN $to < event.possible_to THEN localdatetime($to) ELSE event.possible_to END AS end,
  COLLECT { MATCH (event)<-[suffered:SUFFERED]-(:Person) RETURN suffered } AS suffering,
  COLLECT { MATCH (event)-[:OCCURRED_AT]->(station:Station) RETURN DISTINCT station.id } AS places,
  COLLECT { MATCH (event)<-[a:ALLEGED_IN]-(unit:Unit)
            WHERE coalesce(unit.kind <> 'unknown', true) AND NOT coalesce(a.disputed, false) RETURN DISTINCT unit.id } AS alleged,
  CASE WHEN $by = 'area' THEN COLLECT {
    MATCH (event)-[:OCCURRED_AT]->(place:Station)
    MATCH (place)((:Station|Area)-[:WITHIN]->(:Area)){1,12}(area:Area) RETURN DISTINCT area.id } ELSE [] END AS areas

// Where it counts: all together, and in each part; a week where all of its range lies in one.
WITH *, localdatetime.truncate('week', begin) AS monday
UNWIND [['all', null, null]] + CASE $by
    WHEN 'week' THEN [CASE WHEN end <= monday + duration({days: 7}) THEN ['week', null, monday]
                           ELSE ['not in one week', null, null] END]
    WHEN 'unit' THEN CASE WHEN size(alleged) = 0 THEN [['no unit alleged', null, null]]
                          ELSE [unit IN alleged | ['unit', unit, null]] END
    ELSE CASE WHEN size(areas) = 0 THEN [['no area known', null, null]] ELSE [area IN areas | ['area', area, null]] END
  END AS p

// Counted by ids: lists of things carried through every row are what makes a large answer slow.
WITH p, event, suffering, [s IN suffering | CASE WHEN coalesce(startNode(s).identified <> 'described', true) THEN 'v' ELSE 'm' END
  + startNode(s).id] + [x IN places | 's' + x] + [x IN alleged | 'u' + x] AS marks
WITH p[0] AS part, p[1] AS about, p[2] AS week, collect([event, [s IN suffering | s.id]]) AS counted, collect(marks) AS lists
WITH *, COLLECT { UNWIND lists AS l UNWIND l AS mark RETURN DISTINCT mark } AS marks
OPTIONAL MATCH (thing:Unit|Area {id: about})
RETURN part, thing, week, size([m IN marks WHERE left(m, 1) = 'v']) AS victims,
  size([m IN marks WHERE left(m, 1) IN ['v', 'm']]) AS victims_to,
  size([m IN marks WHERE left(m, 1) = 's']) AS stations, size([m IN marks WHERE left(m, 1) = 'u']) AS units, counted
ORDER BY part <> 'all', week, part, size(counted) DESC, about
