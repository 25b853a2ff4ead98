// /// query
// title    = "Who served beside this officer"
// question = "Who was at the same stations, or posted to the same units, at the same times as this officer, and for how long?"
// element  = "individual-responsibility/common-purpose"
// caveat   = "Shows the same place or unit and time, not that they worked together or knew what the other did. Read role, function and also_held: a doctor, a visitor or a detainee who was seen there is listed too."
// related  = ["colocation/victim_and_officer", "command/holders_of_command"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The officer, by id or by name"
//
// [params.min_days]
// type    = "int"
// default = 0
// least   = 0
// help    = "Whole days they have in common at least; 0: however short"
//
// [grade]
// members = ["own", "other"]
// asked   = "own"
// doubted = "short"
// every   = "counted"
// order   = ["officer", "beside", "station", "unit", "since", "until", "own", "other"]
//
// [columns]
// officer      = { type = "node", is = "the other officer" }
// beside       = { type = "text", is = "station: both were seen there; unit: both were posted to it" }
// station      = { type = "node", is = "the station, where it is one" }
// unit         = { type = "node", is = "the unit, where it is one" }
// role         = "text"
// post         = "text"
// function     = "text"
// most_days    = { type = "int",  is = "whole days they had in common at most; empty where a limit is unknown" }
// certain_days = { type = "int",  is = "whole days they surely had in common" }
// short        = { type = "bool", hidden = true, is = "fewer days are sure than are asked for" }
// counted      = { type = "bool", hidden = true, is = "days are asked for: both cores are needed to count them" }
// also_held    = { type = "bool", is = "whether that officer was possibly held there then, and no officer at all" }
// person       = "node"
// own          = { type = "rel",  is = "the posting or presence of the officer asked about" }
// other        = { type = "rel",  is = "that of the other" }
// ///

MATCH (person:Person {id: $person})
CALL (person) {
  MATCH (person)-[own:PRESENT_AT]->(station:Station)
  MATCH (station)<-[other:PRESENT_AT]-(officer:Person)
  WHERE officer <> person AND other.possible_from < own.possible_to AND own.possible_from < other.possible_to
  RETURN 'station' AS beside, station, null AS unit, own, other, officer
  UNION ALL
  MATCH (person)-[own:POSTED_TO]->(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)<-[other:POSTED_TO]-(officer:Person)
  WHERE officer <> person AND other.possible_from < own.possible_to AND own.possible_from < other.possible_to
  RETURN 'unit' AS beside, null AS station, unit, own, other, officer
}
WITH *,
  CASE WHEN other.possible_from > own.possible_from THEN other.possible_from ELSE own.possible_from END AS begin,
  CASE WHEN other.possible_to < own.possible_to THEN other.possible_to ELSE own.possible_to END AS end,
  CASE WHEN own.certain_from < other.certain_to AND other.certain_from < own.certain_to THEN duration.inDays(
    CASE WHEN other.certain_from > own.certain_from THEN other.certain_from ELSE own.certain_from END,
    CASE WHEN other.certain_to < own.certain_to THEN other.certain_to ELSE own.certain_to END).days ELSE 0 END AS certain_days
WITH *, duration.inDays(begin, end).days AS most_days
WHERE most_days >= $min_days
RETURN officer, beside, station, unit, other.role AS role, coalesce(other.post, other.title) AS post, other.function AS function,
  // Between limits that nobody knows there is no number of days.
  CASE WHEN begin > localdatetime('0001-01-01T00:00:00') AND end < localdatetime('9999-12-31T00:00:00') THEN most_days END
    AS most_days,
  certain_days, $min_days > 0 AND certain_days < $min_days AS short, $min_days > 0 AS counted,
  CASE WHEN station IS NOT NULL THEN EXISTS {
    MATCH (officer)-[held:HELD_AT]->(station) WHERE held.possible_from < end AND begin < held.possible_to } END AS also_held,
  person, own, other
ORDER BY officer.id, beside, station.id, unit.id, own.id, other.id
