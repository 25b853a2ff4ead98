// /// query
// title    = "Who could have ordered all of them"
// question = "Which is the nearest superior that all these units had in common on the day, by which chains, and who commanded it?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "Shows who stood above all of them, not that an order was given; formal authority, not effective control. Each chain is graded by itself. No row means that no common superior is recorded, not that there was none."
// related  = ["command/chain_up", "command/holders_of_command"]
//
// [params.units]
// type = "ids"
// of   = "Unit"
// help = "The units, by id or by name, two or more; one of them may stand above the others"
//
// [params.on]
// type    = "day"
// default = "any"
// help    = "The day; left out: all times, and nothing is said about links holding together"
//
// [grade]
// members = ["chain", "posting"]
// asked   = "on"
//
// [nearest]
// of    = "superior"
// over  = ["unit"]
// chain = "chain"
// among = "units"
//
// [columns]
// superior  = { type = "node", is = "a nearest unit that stands above all units asked about" }
// unit      = { type = "node", is = "one of the units asked about" }
// level     = { type = "int",  is = "how many links lie between" }
// commander = { type = "node", is = "who held command of the superior; empty: nobody is recorded, or the superior is unknown" }
// acting    = { type = "bool", is = "whether only in place of somebody else" }
// posting   = "rel"
// chain     = "path"
// ///

// What stands above each of the units, by simple paths of command links that could hold on the day together.
UNWIND $units AS asked
MATCH chain = (low:Unit {id: asked})
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($on_from IS NULL OR (r.possible_from < $on_to AND $on_from < r.possible_to))]->(:Unit)){0,12}
  (high:Unit)
WITH low, high, nodes(chain) AS units, relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND ($on_from IS NULL OR all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to)))
WITH high, collect(DISTINCT low) AS lows
WHERE size(lows) = size(COLLECT { UNWIND $units AS u RETURN DISTINCT u })
WITH collect(high) AS commons, head(collect(lows)) AS lows

// Every such path from the units, and from each common superior, up to each common superior.
UNWIND lows + [c IN commons WHERE NOT c IN lows] AS low
MATCH chain = (low)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($on_from IS NULL OR (r.possible_from < $on_to AND $on_from < r.possible_to))]->(:Unit)){0,12}
  (high:Unit)
WHERE high IN commons
WITH lows, low, high, chain, nodes(chain) AS units, relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND ($on_from IS NULL OR all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to)))

// Who held command of its last unit then.
OPTIONAL MATCH (high)<-[posting:POSTED_TO]-(commander:Person)
WHERE posting.function = 'commander' AND low IN lows AND coalesce(high.kind <> 'unknown', true)
  AND ($on_from IS NULL OR (posting.possible_from < $on_to AND $on_from < posting.possible_to
    AND all(x IN links WHERE posting.possible_from < x.possible_to AND x.possible_from < posting.possible_to)))
RETURN high AS superior, low AS unit, size(links) AS level, commander,
  CASE WHEN posting IS NOT NULL THEN coalesce(posting.acting, false) END AS acting, posting, chain
ORDER BY superior.id, unit.id, level, [n IN units | n.id], [x IN links | x.id], commander.id, posting.id
