// /// query
// title    = "With whom this person was held"
// question = "Which persons were held at the same stations at the same times as this one, and could corroborate?"
// element  = "evidence/corroboration"
// caveat   = "Shows the same place and time, not that they met, saw or heard each other. covers says whether the time in common could be all of this person's stay."
// related  = ["colocation/co_detained", "colocation/custody_chain"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The person who was held, by id or by name"
//
// [grade]
// members = ["stay", "other_stay"]
// asked   = "stay"
// order   = ["other", "since", "until", "stay", "other_stay"]
//
// [columns]
// other        = { type = "node", is = "who was held there too" }
// station      = { type = "node", is = "where" }
// certain_days = { type = "int",  is = "whole days both surely spent there, by the cores of their stays" }
// person       = "node"
// stay         = "rel"
// other_stay   = "rel"
// ///

// The time asked about is that of each stay of the person.
MATCH (person:Person {id: $person})-[stay:HELD_AT]->(station:Station)
MATCH (station)<-[other_stay:HELD_AT]-(other:Person)
WHERE other <> person AND other_stay.possible_from < stay.possible_to AND stay.possible_from < other_stay.possible_to
RETURN other, station,
  CASE WHEN stay.certain_from < other_stay.certain_to AND other_stay.certain_from < stay.certain_to THEN duration.inDays(
    CASE WHEN other_stay.certain_from > stay.certain_from THEN other_stay.certain_from ELSE stay.certain_from END,
    CASE WHEN other_stay.certain_to < stay.certain_to THEN other_stay.certain_to ELSE stay.certain_to END).days
    ELSE 0 END AS certain_days,
  person, stay, other_stay
ORDER BY other.id, stay.possible_from, stay.id, other_stay.id
