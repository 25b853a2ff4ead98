// /// query
// title    = "Who is still nameless here"
// question = "Which persons, described but not named, are alleged or were seen at this station, and who was posted there at that time?"
// element  = "individual-responsibility/committing"
// caveat   = "Candidates are everybody whom a source posts to a unit based here at that time: a list to ask witnesses about, no identification. Two descriptions may be of one man."
// related  = ["pattern/repeat_perpetrators", "colocation/victim_and_officer"]
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
// person        = "node"
// description   = "text"
// called        = "texts"
// placed        = "text"
// role          = "text"
// recognised_by = "text"
// event         = "node"
// since         = "time"
// until         = "time"
// covers        = "bool"
// certainty     = "text"
// gap_days      = "int"
// units         = "texts"
// candidates    = "texts"
// placing       = "rel"
// occurred      = "rel"
// claims        = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (station:Station {id: $station})
CALL (station) {
  MATCH (station)<-[placing:PRESENT_AT]-(person:Person)
  RETURN 'seen' AS placed, person, placing, null AS event, null AS occurred, placing AS timed
  UNION ALL
  MATCH (station)<-[occurred:OCCURRED_AT]-(event:Event)
  MATCH (event)<-[placing:ALLEGED_IN]-(person:Person)
  RETURN 'alleged' AS placed, person, placing, event, occurred, event AS timed
}
WITH * WHERE person.identified = 'described' AND timed.possible_from < asked_to AND asked_from < timed.possible_to
WITH *, [placing] + CASE WHEN event IS NULL THEN [] ELSE [event, occurred] END AS members,
     CASE WHEN timed.possible_from > asked_from THEN timed.possible_from ELSE asked_from END AS since,
     CASE WHEN timed.possible_to < asked_to THEN timed.possible_to ELSE asked_to END AS until

// Days to the far end of its nearest citation, from the period.
WITH *, reduce(near = null, far IN
  [i IN range(0, size(coalesce(timed.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(timed.cited_from[i], asked_from).days, duration.inDays(asked_to, timed.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END) AS gap

// Sure: its core meets the period, or all of its possible range lies in it.
WITH *, coalesce(timed.certain_from < asked_to AND asked_from < timed.certain_to, false)
  OR (asked_from <= timed.possible_from AND timed.possible_to <= asked_to) AS sure

// Derived: who may have been based here then, and who may have been posted to them.
WITH *, COLLECT {
  MATCH (station)<-[base:BASED_AT]-(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true) AND NOT coalesce(base.disputed, false)
    AND base.possible_from < until AND since < base.possible_to
  RETURN DISTINCT unit } AS based
RETURN person, person.description AS description, coalesce(person.aliases, []) AS called, placed, placing.role AS role,
  placing.recognised_by AS recognised_by, event, since, until, since = asked_from AND until = asked_to AS covers,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN NOT coalesce(timed.bridged, false)
         OR any(i IN range(0, size(coalesce(timed.cited_from, [])) - 1) WHERE
              timed.cited_from[i] <= since AND until <= timed.cited_to[i]
              AND timed.cited_from[i] = localdatetime.truncate('day', timed.cited_from[i])
              AND timed.cited_to[i] = timed.cited_from[i] + duration({days: 1})) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  gap AS gap_days,
  COLLECT { UNWIND based AS unit RETURN DISTINCT coalesce(unit.name, unit.id) AS name ORDER BY name } AS units,
  COLLECT {
    UNWIND based AS unit
    MATCH (unit)<-[posting:POSTED_TO]-(officer:Person)
    WHERE coalesce(officer.identified <> 'described', true) AND NOT coalesce(posting.disputed, false)
      AND posting.possible_from < until AND since < posting.possible_to
    RETURN DISTINCT coalesce(officer.name, officer.id) + ' (' + coalesce(unit.name, unit.id) + ')' AS name ORDER BY name
  } AS candidates,
  placing, occurred,
  COLLECT { UNWIND [person] + members AS x UNWIND x.claims AS c RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY person.id, since, until, placing.id, occurred.id
