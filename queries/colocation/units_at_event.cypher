// /// query
// title    = "Which units were at this event"
// question = "Which units are alleged to have taken part, and which were based where it happened?"
// element  = "command-responsibility/subordinates-crimes"
// caveat   = "Alleged is what a source says; based is derived from the place and time alone and does not show that the unit took part. certainty grades the dates, not the allegation."
// related  = ["colocation/victim_and_officer", "command/chain_up"]
//
// [params.event]
// type = "id"
// of   = "Event"
// help = "The event, by id or by name"
//
// [grade]
// members = ["event", "base"]
// others  = ["alleged", "occurred"]
// asked   = "event"
//
// [columns]
// tie            = { type = "text", is = "alleged: a source names the unit; based: it was based at the place" }
// unit           = { type = "node", is = "the unit; an unknown one keeps a place answered for and accuses nobody" }
// classification = "texts"
// recognised_by  = { type = "text", is = "how the source knew which unit it was" }
// role           = "text"
// station        = { type = "node", is = "where it happened" }
// event          = "node"
// tied           = { type = "rel",  is = "what ties the unit to the event" }
// alleged        = { type = "rel",  hidden = true }
// base           = { type = "rel",  hidden = true }
// occurred       = "rel"
// ///

MATCH (event:Event {id: $event})
CALL (event) {
  MATCH (event)<-[alleged:ALLEGED_IN]-(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true)
  RETURN 'alleged' AS tie, unit, alleged, null AS base, null AS station, null AS occurred
  UNION ALL
  MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
  MATCH (station)<-[base:BASED_AT]-(unit:Unit)
  WHERE base.possible_from < event.possible_to AND event.possible_from < base.possible_to
  RETURN 'based' AS tie, unit, null AS alleged, base, station, occurred
}
WITH *, coalesce(alleged, base) AS tied
RETURN tie, unit, unit.classification AS classification, tied.recognised_by AS recognised_by, tied.role AS role, station,
  event, tied, alleged, base, occurred
ORDER BY tie, unit.id, tied.id, station.id, occurred.id
