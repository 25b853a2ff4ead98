// /// query
// title    = "Who held command of this unit"
// question = "Who commanded this unit on the day, with whom did the command overlap, and was it vacant?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "A row without holder means that no source names one, not that the command was vacant. Formal authority, not effective control."
// related  = ["command/chain_up", "command/commanders_at_station"]
//
// [params.unit]
// type = "id"
// of   = "Unit"
// help = "The unit, by id or by name"
//
// [params.on]
// type    = "day"
// default = "any"
// help    = "The day; left out: all holders at all times"
//
// [grade]
// members = ["posting"]
// asked   = "on"
// order   = ["since", "until", "holder", "posting"]
//
// [columns]
// holder  = { type = "node", is = "who held command; empty: nobody is recorded on that day, or the unit is unknown" }
// acting  = { type = "bool", is = "whether only in place of somebody else" }
// rank    = "text"
// title   = "text"
// basis   = { type = "text", is = "de_jure, de_facto or unknown" }
// overlap = { type = "bool", is = "whether somebody else possibly held it at the same time" }
// posting = "rel"
// unit    = "node"
// ///

MATCH (unit:Unit {id: $unit})
OPTIONAL MATCH (unit)<-[posting:POSTED_TO]-(holder:Person)
WHERE posting.function = 'commander' AND coalesce(unit.kind <> 'unknown', true)
  AND ($on_from IS NULL OR (posting.possible_from < $on_to AND $on_from < posting.possible_to))

// Without a day there is nothing to be vacant on.
WITH * WHERE $on_from IS NOT NULL OR posting IS NOT NULL
RETURN holder, CASE WHEN posting IS NOT NULL THEN coalesce(posting.acting, false) END AS acting,
  posting.rank AS rank, posting.title AS title, posting.basis AS basis,
  CASE WHEN posting IS NOT NULL THEN EXISTS {
    MATCH (unit)<-[p:POSTED_TO]-(other:Person)
    WHERE p.function = 'commander' AND other <> holder
      AND p.possible_from < posting.possible_to AND posting.possible_from < p.possible_to
      AND ($on_from IS NULL OR (p.possible_from < $on_to AND $on_from < p.possible_to)) } END AS overlap,
  posting, unit
ORDER BY posting.possible_from, posting.possible_to, holder.id, posting.id
