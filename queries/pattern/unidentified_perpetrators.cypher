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
// [grade]
// members = ["seen", "event"]
// others  = ["alleged", "occurred"]
// beside  = ["person"]
// asked   = "period"
// order   = ["person", "since", "until", "placing", "occurred"]
//
// [columns]
// person        = { type = "node",  is = "somebody described and not named" }
// description   = "text"
// called        = { type = "texts", is = "nicknames" }
// placed        = { type = "text",  is = "seen here, or alleged in what was done here" }
// role          = "text"
// recognised_by = "text"
// event         = "node"
// units         = { type = "texts", is = "units based here at that time" }
// candidates    = { type = "texts", is = "named persons posted to these then: no more than candidates" }
// placing       = { type = "rel",   is = "what places the person here" }
// seen          = { type = "rel", hidden = true }
// alleged       = { type = "rel", hidden = true }
// occurred      = "rel"
// ///

MATCH (station:Station {id: $station})
CALL (station) {
  MATCH (station)<-[seen:PRESENT_AT]-(person:Person)
  RETURN 'seen' AS placed, person, seen, null AS alleged, null AS event, null AS occurred, seen AS timed
  UNION ALL
  MATCH (station)<-[occurred:OCCURRED_AT]-(event:Event)
  MATCH (event)<-[alleged:ALLEGED_IN]-(person:Person)
  RETURN 'alleged' AS placed, person, null AS seen, alleged, event, occurred, event AS timed
}
WITH *, coalesce(seen, alleged) AS placing,
  CASE WHEN $from > timed.possible_from THEN localdatetime($from) ELSE timed.possible_from END AS begin,
  CASE WHEN $to < timed.possible_to THEN localdatetime($to) ELSE timed.possible_to END AS end
WHERE person.identified = 'described' AND begin < end

// Derived: who may have been based here then, and who may have been posted to them.
WITH *, COLLECT {
  MATCH (station)<-[base:BASED_AT]-(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true) AND NOT coalesce(base.disputed, false)
    AND base.possible_from < end AND begin < base.possible_to
  RETURN DISTINCT unit } AS based
RETURN person, person.description AS description, coalesce(person.aliases, []) AS called, placed, placing.role AS role,
  placing.recognised_by AS recognised_by, event,
  COLLECT { UNWIND based AS unit RETURN DISTINCT coalesce(unit.name, unit.id) AS name ORDER BY name } AS units,
  COLLECT {
    UNWIND based AS unit
    MATCH (unit)<-[posting:POSTED_TO]-(officer:Person)
    WHERE coalesce(officer.identified <> 'described', true) AND NOT coalesce(posting.disputed, false)
      AND posting.possible_from < end AND begin < posting.possible_to
    RETURN DISTINCT coalesce(officer.name, officer.id) + ' (' + coalesce(unit.name, unit.id) + ')' AS name ORDER BY name
  } AS candidates,
  placing, seen, alleged, occurred
ORDER BY person.id, begin, end, placing.id, occurred.id
