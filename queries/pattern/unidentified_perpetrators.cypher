// /// query
// title    = "Who is still nameless here"
// question = "Which persons, described but not named, are alleged or were seen at this station, and who may have belonged to a unit that was there at that time?"
// element  = "individual-responsibility/committing"
// caveat   = "A candidate is whoever may have belonged to a unit that may have been based here at that time: a list to ask witnesses about, no identification. A row without a candidate is about the man alone. In the others certainty says how sure it is that the candidate belonged to a unit that was here when the man was, and never that he is the man; gap_days is that of the sighting and of the candidate together. Two descriptions may be of one man."
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
// order   = ["person", "begin", "end", "placing", "occurred", "named", "certainty", "gap_days", "candidate", "posting", "base"]
//
// [grade.here]
// members = ["seen", "event", "base", "posting"]
// others  = ["alleged", "occurred"]
// near    = ["seen", "event"]
// beside  = ["person", "naming", "absences"]
// asked   = "period"
//
// [grade.candidate]
// members = ["seen", "event", "base", "posting"]
// near    = ["base", "posting"]
// asked   = "timed"
// doubted = "denied_there"
//
// [columns]
// person        = { type = "node",  is = "somebody described and not named" }
// description   = "text"
// called        = { type = "texts", is = "nicknames" }
// placed        = { type = "text",  is = "seen here; or alleged: in what was done here, or here by a document, insignia or a vehicle" }
// role          = "text"
// recognised_by = "text"
// event         = "node"
// candidate     = { type = "node",  unaccused = true, is = "a named person who belonged, as surely as certainty says, to that unit while it was here: no more than a candidate, even where that is certain; empty: the row of the man alone" }
// named_too     = { type = "bool",  is = "whether a source names the candidate himself: in the same event, as whatever; or, where no event is told, as seen here then" }
// denied_there  = { type = "bool",  is = "whether a source denies that the candidate was here then, or present at the event; denied_by says who, and he is no more than possible; whoever ordered or supervised it need not have been there" }
// unit          = { type = "node",  is = "the unit that may have been based here then" }
// posting       = { type = "rel",   is = "what makes the candidate one of the unit" }
// base          = { type = "rel",   is = "what places the unit here" }
// placing       = { type = "rel",   is = "what places the person here" }
// seen          = { type = "rel", hidden = true }
// alleged       = { type = "rel", hidden = true }
// occurred      = "rel"
// naming        = "things"
// absences      = "things"
// timed         = "things"
// named         = { type = "int", hidden = true }
// begin         = { type = "time", hidden = true }
// end           = { type = "time", hidden = true }
// ///

MATCH (station:Station {id: $station})
CALL (station) {
  MATCH (station)<-[seen:PRESENT_AT]-(person:Person)
  RETURN CASE WHEN seen.recognised_by IN ['document', 'insignia', 'vehicle'] THEN 'alleged' ELSE 'seen' END AS placed,
    person, seen, null AS alleged, null AS event, null AS occurred, seen AS timed
  UNION ALL
  MATCH (station)<-[occurred:OCCURRED_AT]-(event:Event)
  MATCH (event)<-[alleged:ALLEGED_IN]-(person:Person)
  RETURN 'alleged' AS placed, person, null AS seen, alleged, event, occurred, event AS timed
}
WITH *, coalesce(seen, alleged) AS placing,
  CASE WHEN $from > timed.possible_from THEN localdatetime($from) ELSE timed.possible_from END AS begin,
  CASE WHEN $to < timed.possible_to THEN localdatetime($to) ELSE timed.possible_to END AS end
WHERE person.identified = 'described' AND begin < end

// Derived: who may have belonged to a unit while it may have been based here, at some moment of that time.
CALL (station, event, alleged, begin, end) {
  WITH station WHERE station.id > ''
  RETURN null AS base, null AS unit, null AS posting, null AS candidate, null AS naming, null AS absences
  UNION ALL
  MATCH (station)<-[base:BASED_AT]-(unit:Unit)<-[posting:POSTED_TO]-(candidate:Person)
  WHERE coalesce(unit.kind <> 'unknown', true) AND coalesce(candidate.identified <> 'described', true)
    AND base.possible_from < end AND begin < base.possible_to
    AND posting.possible_from < end AND begin < posting.possible_to
    AND posting.possible_from < base.possible_to AND base.possible_from < posting.possible_to
  RETURN base, unit, posting, candidate, COLLECT {
      MATCH (candidate)-[named:ALLEGED_IN|SUFFERED|WITNESSED]->(e:Event) WHERE e.id = event.id RETURN named } + COLLECT {
      MATCH (candidate)-[named:PRESENT_AT]->(station)
      WHERE event IS NULL AND named.possible_from < end AND begin < named.possible_to RETURN named } AS naming,
    COLLECT {
      // Whoever ordered or supervised it need not have been there.
      MATCH (denial:Claim {denied_of: candidate.id}) WHERE denial.denied_at IN [station.id, event.id]
        AND NOT coalesce(alleged.role IN ['ordered', 'supervised'], false)
        AND denial.denied_from < end AND begin < denial.denied_to
        AND all(x IN [base, posting] WHERE denial.denied_from < x.possible_to AND x.possible_from < denial.denied_to)
      RETURN [denial.about, candidate.id, true, false] } AS absences
}
RETURN person, person.description AS description, coalesce(person.aliases, []) AS called, placed, placing.role AS role,
  placing.recognised_by AS recognised_by, event, candidate, CASE WHEN candidate IS NOT NULL THEN naming <> [] END AS named_too,
  CASE WHEN candidate IS NOT NULL THEN absences <> [] END AS denied_there,
  unit, posting, base, placing, seen, alleged, occurred, naming, absences,
  [timed] AS timed, size([c IN [candidate] WHERE c IS NOT NULL]) AS named, begin, end
ORDER BY person.id, begin, end, placing.id, occurred.id, candidate.id, posting.id, base.id
