// /// query
// title    = "Which officers were there while this victim was held"
// question = "Whom does a source place at the station while the victim was held there, and who was posted to a unit based there?"
// element  = "torture/custody-or-control"
// caveat   = "Shows the same place and period, not contact. Posted means that the person's unit was based there, not that the person came; denied_there says whether a source denies that they did. Recognised is whom somebody knew by face, voice or name. Read the role: a doctor, a judge or a visitor is listed too; who is alleged only to have ordered it is not. An event that sources tell at several places was at one of them: event_elsewhere names the others."
// related  = ["colocation/co_detained", "command/commanders_at_station"]
//
// [params.victim]
// type = "id"
// of   = "Person"
// help = "The victim, by id or by name"
//
// [params.station]
// type    = "id"
// of      = "Station"
// default = "any"
// help    = "The station, by id or by name; left out: wherever the victim was held"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [grade]
// members = ["stay", "seen", "event", "base", "posted"]
// others  = ["suffered", "occurred", "named"]
// beside  = ["absences"]
// asked   = "period"
// doubted = "derived"
//
// [columns]
// officer       = { type = "node", is = "the officer" }
// station       = { type = "node", is = "where the victim was held" }
// placed        = { type = "text", is = "recognised or seen there; alleged in what was done there, or there by a document, insignia or a vehicle; or posted to a unit based there" }
// recognised_by = { type = "text", is = "how the source knew who it was" }
// role          = "text"
// unit          = { type = "node", is = "the unit based there, where the officer was posted to one" }
// post          = "text"
// function      = "text"
// elsewhere     = { type = "texts", is = "where the same officer surely was, or was posted, at some moment of that time" }
// event_elsewhere = { type = "texts", is = "other stations at which sources place the event, too; it was at one of them" }
// also_held     = { type = "bool", is = "whether this person was possibly held there then, and no officer at all" }
// denied_there  = { type = "bool", is = "of who is posted only: whether a source denies that they were there then; denied_by says who" }
// derived       = { type = "bool", hidden = true, is = "a posting is no presence" }
// victim        = "node"
// event         = "node"
// stay          = "rel"
// placing       = { type = "rel", is = "what places the officer there" }
// seen          = { type = "rel", hidden = true }
// named         = { type = "rel", hidden = true }
// posted        = { type = "rel", hidden = true }
// base          = "rel"
// suffered      = "rel"
// occurred      = "rel"
// absences      = "things"
// ///

MATCH (victim:Person {id: $victim})-[stay:HELD_AT]->(station:Station)
WHERE ($station = 'any' OR station.id = $station)
  AND ($from IS NULL OR $from < stay.possible_to) AND ($to IS NULL OR stay.possible_from < $to)

// What places another person there. `held`: what must hold together.
WITH *, ['face', 'voice', 'name'] AS known_by
CALL (victim, stay, station, known_by) {
  MATCH (station)<-[seen:PRESENT_AT]-(officer:Person)
  WHERE officer <> victim
  RETURN officer, seen AS placing,
    CASE WHEN seen.recognised_by IS NULL THEN 'seen' WHEN seen.recognised_by IN known_by THEN 'recognised' ELSE 'alleged' END AS placed,
    seen, null AS named, null AS posted, null AS unit, null AS base, null AS event, null AS suffered, null AS occurred, [stay, seen] AS held
  UNION ALL
  // Whoever ordered or supervised it need not have been there.
  MATCH (victim)-[suffered:SUFFERED]->(event:Event)-[occurred:OCCURRED_AT]->(station)
  MATCH (event)<-[named:ALLEGED_IN]-(officer:Person)
  WHERE officer <> victim AND coalesce(named.role <> 'ordered', true)
  RETURN officer, named AS placing, CASE WHEN named.recognised_by IN known_by AND coalesce(named.role <> 'supervised', true)
      THEN 'recognised' ELSE 'alleged' END AS placed,
    null AS seen, named, null AS posted, null AS unit, null AS base, event, suffered, occurred, [stay, event] AS held
  UNION ALL
  MATCH (station)<-[base:BASED_AT]-(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)<-[posted:POSTED_TO]-(officer:Person)
  WHERE officer <> victim
  RETURN officer, posted AS placing, 'posted' AS placed, null AS seen, null AS named, posted, unit, base,
    null AS event, null AS suffered, null AS occurred, [stay, base, posted] AS held
}
WITH *,
  reduce(f = localdatetime($from), x IN held | CASE WHEN x.possible_from <= f THEN f ELSE x.possible_from END) AS begin,
  reduce(t = localdatetime($to), x IN held | CASE WHEN x.possible_to >= t THEN t ELSE x.possible_to END) AS end
WHERE begin < end

// That a unit was based there places its people there: a source may deny it of one of them.
WITH *, CASE WHEN placed = 'posted' THEN COLLECT {
    MATCH (denial:Claim {denied_of: officer.id}) WHERE denial.denied_at = station.id
      AND denial.denied_from < end AND begin < denial.denied_to
    RETURN [denial.about, officer.id, true, false] } ELSE [] END AS absences
RETURN officer, station, placed, placing.recognised_by AS recognised_by, placing.role AS role,
  unit, coalesce(placing.post, placing.title) AS post, placing.function AS function,
  // Other stations, and units not based here.
  COLLECT {
    MATCH (officer)-[away:PRESENT_AT|HELD_AT|POSTED_TO]->(place:Station|Unit)
    WHERE place <> station AND coalesce(place.kind <> 'unknown', true) AND NOT coalesce(away.disputed, false)
      AND (coalesce(away.certain_from < end AND begin < away.certain_to, false)
        OR (begin <= away.possible_from AND away.possible_to <= end))
      AND NOT EXISTS {
        MATCH (place)-[here:BASED_AT]->(station) WHERE here.possible_from < end AND begin < here.possible_to }
    RETURN DISTINCT coalesce(place.name, place.id) AS name ORDER BY name } AS elsewhere,
  CASE WHEN event IS NULL THEN [] ELSE COLLECT {
    MATCH (event)-[at:OCCURRED_AT]->(other:Station) WHERE other <> station
    RETURN DISTINCT coalesce(other.name, other.id) + CASE WHEN coalesce(at.disputed, false) THEN ' (disputed)' ELSE '' END AS name
    ORDER BY name } END AS event_elsewhere,
  EXISTS { MATCH (officer)-[custody:HELD_AT]->(station) WHERE custody.possible_from < end AND begin < custody.possible_to } AS also_held,
  CASE WHEN placed = 'posted' THEN absences <> [] END AS denied_there, placed = 'posted' AS derived,
  victim, event, stay, placing, seen, named, posted, base, suffered, occurred, absences
ORDER BY CASE placed WHEN 'recognised' THEN 1 WHEN 'seen' THEN 2 WHEN 'alleged' THEN 3 ELSE 4 END,
  officer.id, placing.id, stay.id, base.id, event.id, suffered.id, occurred.id
