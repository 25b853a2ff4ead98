// /// query
// title    = "What this person is linked to"
// question = "In which events is this person alleged to have taken part, and in which is a unit alleged that this person then commanded?"
// element  = "command-responsibility/subordinates-crimes"
// caveat   = "Two lists, never one: `alleged` is what sources say of the person; `commander` is derived from a posting, shows formal authority, and alleges nothing."
// related  = ["pattern/repeat_perpetrators", "command/holders_of_command"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The person, by id or by name"
//
// [grade]
// members = ["event", "posting"]
// others  = ["allegation", "occurred"]
// asked   = "event"
// order   = ["tie", "since", "until", "event", "allegation", "posting", "occurred"]
//
// [columns]
// tie           = { type = "text", is = "alleged: the person is named; commander: of a unit named, at some moment of the event" }
// event         = { type = "node", is = "what happened" }
// kind          = "text"
// role          = "text"
// recognised_by = { type = "text", is = "how the source knew who it was" }
// unit          = { type = "node", is = "the unit commanded" }
// station       = { type = "node", is = "where it happened" }
// victims       = { type = "int",  is = "how many persons suffered it" }
// allegation    = "rel"
// posting       = "rel"
// occurred      = "rel"
// person        = { type = "node", hidden = true }
// ///

// What is asked about is each event: its own time is the question's.
MATCH (person:Person {id: $person})
CALL (person) {
  MATCH (person)-[allegation:ALLEGED_IN]->(event:Event)
  RETURN 'alleged' AS tie, event, allegation, null AS posting, null AS unit
  UNION ALL
  MATCH (person)-[posting:POSTED_TO]->(unit:Unit)
  WHERE posting.function = 'commander' AND coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)-[allegation:ALLEGED_IN]->(event:Event)
  WHERE posting.possible_from < event.possible_to AND event.possible_from < posting.possible_to
  RETURN 'commander' AS tie, event, allegation, posting, unit
}
OPTIONAL MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
RETURN tie, event, event.kind AS kind, allegation.role AS role, allegation.recognised_by AS recognised_by, unit, station,
  size(COLLECT { MATCH (event)<-[:SUFFERED]-(victim:Person) RETURN DISTINCT victim.id }) AS victims,
  allegation, posting, occurred, person
ORDER BY tie, event.possible_from, event.id, allegation.id, posting.id, occurred.id
