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
// [grade]
// groups  = "acts"
// parts   = ["event", "occurred", "spoken"]
// members = ["event"]
// others  = ["occurred"]
// beside  = ["spoken"]
// asked   = "period"
// order   = ["since", "until", "day", "method"]
//
// [columns]
// day       = { type = "time",  is = "the day; empty where the events are not known to lie on one" }
// method    = { type = "text",  is = "what was done, in small letters" }
// events    = { type = "int", count = "acts.event", is = "how many events" }
// sure      = { type = "int", count = "acts.event", grade = "assumed", is = "of these, surely in the period and here" }
// victims   = { type = "int",   is = "how many persons suffered them" }
// units     = { type = "texts", is = "units that sources name" }
// held      = { type = "int",   is = "of how many persons who may have been held here then" }
// casefiles = { type = "int",   is = "how many casefiles the victims have" }
// acts      = "groups"
// ///

MATCH (station:Station {id: $station})<-[occurred:OCCURRED_AT]-(event:Event)
WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
WITH *, CASE WHEN $from > event.possible_from THEN localdatetime($from) ELSE event.possible_from END AS begin,
     CASE WHEN $to < event.possible_to THEN localdatetime($to) ELSE event.possible_to END AS end
WITH *,
  // One day where all of its range lies on it, else none.
  CASE WHEN end <= localdatetime.truncate('day', begin) + duration({days: 1}) THEN localdatetime.truncate('day', begin) END AS day,
  CASE WHEN size(coalesce(event.methods, [])) = 0 THEN ['not stated'] ELSE event.methods END AS methods,
  COLLECT { MATCH (event)<-[suffered:SUFFERED]-(:Person) RETURN suffered } AS suffering,
  COLLECT { MATCH (event)<-[alleged:ALLEGED_IN]-(unit:Unit) WHERE coalesce(unit.kind <> 'unknown', true) RETURN alleged } AS alleging
UNWIND COLLECT { UNWIND methods AS m RETURN DISTINCT toLower(trim(m)) AS m } AS method
WITH station, day, method, min(begin) AS begin, max(end) AS end, collect([event, occurred, suffering, alleging]) AS whole
WITH *, COLLECT { UNWIND whole AS a UNWIND a[2] AS s RETURN DISTINCT startNode(s) AS victim } AS victims
RETURN day, method, size(victims) AS victims,
  COLLECT { UNWIND whole AS x UNWIND x[3] AS a WITH startNode(a) AS unit, coalesce(a.disputed, false) AS disputed
            RETURN DISTINCT coalesce(unit.name, unit.id) + CASE WHEN disputed THEN ' (disputed)' ELSE '' END AS name
            ORDER BY name } AS units,
  // Denominators: who may have been held here at that time, and how many of the victims have a casefile.
  size(COLLECT { MATCH (station)<-[stay:HELD_AT]-(person:Person) WHERE stay.possible_from < end AND begin < stay.possible_to
                 RETURN DISTINCT person.id }) AS held,
  size(COLLECT { UNWIND victims AS victim MATCH (victim)<-[:ABOUT]-(file:Casefile) RETURN DISTINCT file.id }) AS casefiles,
  [x IN whole | [x[0], x[1], [s IN x[2] + x[3] | s.id]]] AS acts
ORDER BY begin, end, day, method
