// /// query
// title    = "Who was deputy at this unit on that day"
// question = "Which persons were posted to this unit as deputies on the day?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "Shows who was recorded as a deputy, not what the deputy knew or was told to do; a deputy who is missing here was not recorded."
// related  = ["command/holders_of_command"]
//
// [params.unit]
// type = "id"
// of   = "Unit"
// help = "The unit, by id or by name"
//
// [params.on]
// type = "day"
// help = "The day"
//
// [grade]
// members = ["posting"]
// asked   = "on"
//
// [columns]
// deputy  = { type = "node", is = "who was posted there as a deputy" }
// rank    = { type = "text", is = "the rank that the source gives with the posting" }
// posting = { type = "rel", is = "the posting" }
// ///

MATCH (:Unit {id: $unit})<-[posting:POSTED_TO]-(deputy:Person)
WHERE posting.function = 'deputy' AND posting.possible_from < $on_to AND $on_from < posting.possible_to
RETURN deputy, posting.rank AS rank, posting
ORDER BY deputy.id, posting.id
