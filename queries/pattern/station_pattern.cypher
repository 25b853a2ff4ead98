// /// query
// title    = "What was done here"
// question = "Which methods were used at this station, day by day, on how many people, and by whom is it alleged?"
// element  = "crimes-against-humanity/systematic"
// caveat   = "Counts what was recorded, events of every kind: releases and hearings too. certainty is that of the surest event counted, `sure` says how many are. `held` counts who may have been held here on that day: without it a count says nothing; who is not recorded as held here stands in `not_held`. An event told at two places was at one of them, whoever denies one: it is possible here, and so is one that all deny who are said to have suffered it."
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
// parts   = ["event", "occurred", "suffering", "alleging", "filed", "files", "unheld"]
// members = ["event"]
// others  = ["occurred"]
// beside  = ["suffering", "alleging"]
// asked   = "period"
// order   = ["since", "until", "day", "method"]
//
// [columns]
// day       = { type = "time",  is = "the day; empty where the events are not known to lie on one" }
// method    = { type = "text",  is = "what was done, in small letters" }
// events    = { type = "int", count = "acts.event", is = "how many events; a raid and the beatings in it count once: so many beatings, at least one raid" }
// sure      = { type = "int", count = "acts.event", grade = "assumed", is = "of these, surely in the period and here" }
// victims   = { type = "int", count = "acts.suffering", is = "how many persons suffered them" }
// units     = { type = "texts", is = "units that sources name; disputed: a source denies their part in each event counted, or in some of them" }
// held      = { type = "int", count = "stays", by = ["day", "method"], reads = ["HELD_AT"], is = "of how many who may have been held here that day; empty without a day" }
// not_held  = { type = "int", count = "acts.unheld", reads = ["HELD_AT"], is = "how many of the victims are never recorded as held here" }
// casefiles = { type = "int", count = "acts.filed", reads = ["ABOUT", "Casefile"], is = "how many of the victims have a casefile" }
// files     = { type = "int", count = "acts.files", reads = ["ABOUT", "Casefile"], is = "how many casefiles these are" }
// stays     = "things"
// acts      = "groups"
// part_of   = "things"
// station   = { type = "node", hidden = true }
// alleged   = "things"
// ///

MATCH (station:Station {id: $station})<-[occurred:OCCURRED_AT]-(event:Event)
WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
WITH *, CASE WHEN $from > event.possible_from THEN localdatetime($from) ELSE event.possible_from END AS begin,
     CASE WHEN $to < event.possible_to THEN localdatetime($to) ELSE event.possible_to END AS end
WITH *,
  // One day where all of its range lies on it, else none.
  CASE WHEN end <= localdatetime.truncate('day', begin) + duration({days: 1}) THEN localdatetime.truncate('day', begin) END AS day,
  CASE WHEN size(coalesce(event.methods, [])) = 0 THEN ['not stated'] ELSE event.methods END AS methods,
  COLLECT { MATCH (event)<-[a:ALLEGED_IN]-(unit:Unit) WHERE coalesce(unit.kind <> 'unknown', true) RETURN a } AS alleging,
  // Of each victim, those of what may be one with the event too: by which link, whether it is denied, whether the person is
  // only described; casefiles and stays here, those of whoever may be one with the victim too.
  COLLECT { UNWIND [event] + COLLECT { UNWIND $alike[event.id] AS id MATCH (other:Event {id: id}) WHERE other <> event RETURN other } AS happened
            MATCH (happened)<-[s:SUFFERED]-(p:Person)
            RETURN [[s.id, p.id, coalesce(s.disputed, false), coalesce(p.identified = 'described', false),
                     CASE WHEN happened <> event THEN 'comes' END],
                    COLLECT { UNWIND [p] + COLLECT { UNWIND $alike[p.id] AS id MATCH (other:Person {id: id}) WHERE other <> p RETURN other } AS one
                              MATCH (one)<-[about:ABOUT]-(f:Casefile)
                              RETURN [about.id, f.id, coalesce(about.disputed, false), false, CASE WHEN one <> p THEN 'comes' END] },
                    COLLECT { UNWIND [p] + COLLECT { UNWIND $alike[p.id] AS id MATCH (other:Person {id: id}) WHERE other <> p RETURN other } AS one
                              MATCH (one)-[stay:HELD_AT]->(station)
                              RETURN [coalesce(stay.disputed, false), one = p, stay.id] }] } AS suffering
UNWIND COLLECT { UNWIND methods AS m RETURN DISTINCT toLower(trim(m)) AS m } AS method
WITH station, day, method, begin, end, event, occurred, alleging, [s IN suffering | s[0]] AS victims,
  [s IN suffering | [s[0], [file IN s[1] WHERE file[4] IS NULL], s[1]]] AS documented,
  [s IN suffering | [s[0], [stay IN s[2] WHERE stay[1]], [stay IN s[2] WHERE NOT stay[1]]]] AS kept
WITH station, day, method, min(begin) AS begin, max(end) AS end, collect([event, occurred, victims, alleging,
  [s IN documented WHERE size(s[2]) > 0 | [CASE WHEN s[0][2] THEN [s[0][0]] ELSE [] END + [file IN s[2] WHERE file[2] | file[0]], s[0][1],
     s[0][2] OR all(file IN CASE WHEN size(s[1]) > 0 THEN s[1] ELSE s[2] END WHERE file[2]), s[0][3],
     CASE WHEN size(s[1]) = 0 THEN 'comes' ELSE s[0][4] END]],
  reduce(all = [], s IN documented | all + [file IN s[2] |
    [CASE WHEN s[0][2] THEN [s[0][0]] ELSE [] END + CASE WHEN file[2] THEN [file[0]] ELSE [] END, file[1], file[2] OR s[0][2], false, coalesce(s[0][4], file[4])]]),
  [s IN kept WHERE all(stay IN s[1] WHERE stay[0]) | [CASE WHEN s[0][2] THEN [s[0][0]] ELSE [] END + [stay IN s[1] | stay[2]], s[0][1], s[0][2] OR size(s[1]) > 0, s[0][3],
     CASE WHEN s[0][4] IS NULL AND size(s[2]) > 0 THEN 'goes' ELSE s[0][4] END]]]) AS acts
// A unit may be alleged in one event and denied in another.
WITH *, COLLECT { UNWIND acts AS x UNWIND x[3] AS a
    WITH startNode(a) AS unit, endNode(a) AS told, all(d IN collect(coalesce(a.disputed, false)) WHERE d) AS denied
    WITH unit, collect(DISTINCT denied) AS denials
    RETURN DISTINCT coalesce(unit.name, unit.id) + CASE WHEN NOT true IN denials THEN ''
      WHEN false IN denials THEN ' (disputed in some events)' ELSE ' (disputed)' END AS name ORDER BY name } AS units
RETURN day, method, units,
  // The denominator: who may have been held here on that day.
  CASE WHEN day IS NOT NULL THEN COLLECT {
            MATCH (station)<-[stay:HELD_AT]-(p:Person)
            WHERE stay.possible_from < day + duration({days: 1}) AND day < stay.possible_to
            RETURN [stay.id, p.id, coalesce(stay.disputed, false), coalesce(p.identified = 'described', false)] } END AS stays,
  acts, COLLECT { UNWIND acts AS x WITH x[0] AS part MATCH (part)-[of:PART_OF]->(:Event) RETURN DISTINCT of } AS part_of,
  station, COLLECT { UNWIND acts AS x UNWIND x[3] AS a RETURN DISTINCT startNode(a) AS unit } AS alleged
ORDER BY begin, end, day, method
