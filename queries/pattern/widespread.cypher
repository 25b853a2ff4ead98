// /// query
// title    = "How large it was"
// question = "How many events, people, stations and units were there in all, and by week, area or unit?"
// element  = "crimes-against-humanity/widespread"
// caveat   = "Counts what was recorded, not what happened, and events of every kind: releases and hearings too. Rows do not add up: one person or event stands in several. Whoever is only described may be one of the others. certainty is that of the surest event counted, `sure` says how many are."
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
// parts   = ["event", "placing", "suffering", "places", "alleging", "itself"]
// members = ["event"]
// others  = ["placing"]
// beside  = ["suffering"]
// asked   = "period"
//
// [columns]
// part     = { type = "text", is = "all, or the kind of part that is counted; no unit alleged: in this event itself, though one may be in the raid that it was part of" }
// thing    = { type = "node", is = "the unit or area" }
// week     = { type = "time", is = "the Monday the week begins with" }
// events   = { type = "int", count = "counted.itself", open = "through", is = "how many events; a raid and the beatings in it count once: so many beatings, at least one raid" }
// sure     = { type = "int", count = "counted.itself", grade = "assumed", is = "of these, surely in the period and in this part" }
// victims  = { type = "int", count = "counted.suffering", open = "through", is = "how many persons suffered them" }
// stations = { type = "int", count = "counted.places", once = "counted.event", open = "through", is = "at how many stations; each event is at one" }
// units    = { type = "int", count = "counted.alleging", open = "among", is = "by how many units; a unit that nobody can name may be any" }
// through  = { type = "texts", hidden = true }
// among    = { type = "texts", hidden = true }
// counted  = "groups"
// ///

MATCH (event:Event)
WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
WITH event,
  CASE WHEN $from > event.possible_from THEN localdatetime($from) ELSE event.possible_from END AS begin,
  CASE WHEN $to < event.possible_to THEN localdatetime($to) ELSE event.possible_to END AS end,
  coalesce($alike[event.id], [event.id]) AS alike
// What is told of the event, and what comes with those that may be one with it.
WITH *,
  COLLECT { UNWIND alike AS id MATCH (:Event {id: id})<-[s:SUFFERED]-(p:Person)
            RETURN [s.id, p.id, coalesce(s.disputed, false), coalesce(p.identified = 'described', false),
                    CASE WHEN id <> event.id THEN 'comes' END] } AS suffering,
  COLLECT { UNWIND alike AS id MATCH (:Event {id: id})-[o:OCCURRED_AT]->(s:Station)
            RETURN [o.id, s.id, coalesce(o.disputed, false), false, CASE WHEN id <> event.id THEN 'comes' END] } AS places,
  COLLECT { UNWIND alike AS id MATCH (:Event {id: id})<-[a:ALLEGED_IN]-(u:Unit)
            WHERE EXISTS { UNWIND coalesce($alike[u.id], [u.id]) AS same
                           MATCH (known:Unit {id: same}) WHERE coalesce(known.kind <> 'unknown', true) }
            RETURN [a.id, u.id, coalesce(a.disputed, false), false,
                    CASE WHEN id <> event.id OR NOT coalesce(u.kind <> 'unknown', true) THEN 'comes' END] } AS alleging,
  EXISTS { UNWIND alike AS id MATCH (:Event {id: id})<-[:ALLEGED_IN]-(u:Unit) WHERE u.kind = 'unknown' } AS unnamed

// Where it counts: all together, and in each part; a week where all of its range lies in one.
WITH *, any(a IN alleging WHERE a[4] IS NULL) AS named
WITH *, localdatetime.truncate('week', begin) AS monday, CASE $by
    WHEN 'unit' THEN COLLECT {
      MATCH (event)<-[a:ALLEGED_IN]-(unit:Unit)
      WHERE coalesce(unit.kind <> 'unknown', true) OR NOT named
      RETURN CASE WHEN NOT named THEN ['unit not identified', null, null, [a]] ELSE ['unit', unit.id, null, [a]] END }
    WHEN 'area' THEN COLLECT {
      MATCH (event)-[o:OCCURRED_AT]->(place:Station)
      MATCH (place)((:Station|Area)-[within:WITHIN]->(:Area)){1,12}(area:Area)
      RETURN ['area', area.id, null, [o] + within, [[o.id, place.id, coalesce(o.disputed, false), false, null]]] }
    ELSE [] END AS tied
UNWIND [['all', null, null, []]] + CASE
  WHEN $by = 'week' THEN [CASE WHEN end <= monday + duration({days: 7}) THEN ['week', null, monday, []]
                               ELSE ['not in one week', null, null, []] END]
  WHEN size(tied) > 0 THEN tied
  ELSE [[CASE $by WHEN 'unit' THEN 'no unit alleged' ELSE 'no area known' END, null, null, []]] END AS p
WITH p[0] AS part, p[1] AS about, p[2] AS week, p[3] AS placing, event, suffering, coalesce(p[4], places) AS places, alleging, unnamed,
  // Who has no unit, or no place in an area, has one if it is joined with what has one.
  CASE p[0]
    WHEN 'no unit alleged' THEN CASE WHEN EXISTS { UNWIND alike AS id MATCH (:Event {id: id})<-[:ALLEGED_IN]-(:Unit) } THEN 'goes' END
    WHEN 'unit not identified' THEN CASE WHEN size(alleging) > 0 THEN 'goes' END
    WHEN 'no area known' THEN CASE WHEN EXISTS {
      UNWIND alike AS id MATCH (:Event {id: id})-[:OCCURRED_AT]->(at:Station)
      UNWIND coalesce($alike[at.id], [at.id]) AS same MATCH (:Station {id: same})-[:WITHIN]->(:Area) } THEN 'goes' END END AS goes
WITH part, about, week, collect([event, placing, [s IN suffering | [s[0], s[1], s[2], s[3], coalesce(s[4], goes)]],
  [s IN places | [s[0], s[1], s[2], s[3], coalesce(s[4], goes)]],
  [a IN alleging | [a[0], a[1], a[2], a[3], coalesce(a[4], goes)]], [[event.id, event.id, false, false, goes]]]) AS counted,
  collect(unnamed) AS unnamed
OPTIONAL MATCH (thing:Unit|Area {id: about})
// More events come into a part by an event outside the period that may be one with another, or by such a station.
WITH *, CASE
  WHEN part = 'unit' AND EXISTS { MATCH (thing)-[:ALLEGED_IN]->(e:Event)
    WHERE $alike[e.id] IS NOT NULL AND (e.possible_to <= $from OR $to <= e.possible_from) } THEN ['Event']
  WHEN part = 'unit not identified' AND EXISTS { MATCH (u:Unit)-[:ALLEGED_IN]->(e:Event)
    WHERE u.kind = 'unknown' AND $alike[e.id] IS NOT NULL AND (e.possible_to <= $from OR $to <= e.possible_from) } THEN ['Event']
  WHEN part = 'area' THEN COLLECT { MATCH (thing)((:Area)<-[:WITHIN]-(:Station|Area)){1,12}(s:Station)
    WHERE $alike[s.id] IS NOT NULL RETURN DISTINCT 'Station' } + COLLECT {
    MATCH (thing)((:Area)<-[:WITHIN]-(:Station|Area)){1,12}(:Station)<-[:OCCURRED_AT]-(e:Event)
    WHERE $alike[e.id] IS NOT NULL AND (e.possible_to <= $from OR $to <= e.possible_from) RETURN DISTINCT 'Event' }
  ELSE [] END AS through
RETURN part, thing, week, through, through + CASE WHEN any(x IN unnamed WHERE x) THEN ['anything'] ELSE [] END AS among, counted
ORDER BY part <> 'all', week, part, size(counted) DESC, about
