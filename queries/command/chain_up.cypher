// /// query
// title    = "Who stood above this unit on that day"
// question = "Which superiors, up to the top, could give this unit orders on the day?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "Shows formal authority, not effective control; a commander who is missing here was not recorded, not shown to be absent. Read each claim."
// related  = ["command/holders_of_command", "command/chain_down"]
//
// [params.unit]
// type = "id"
// of   = "Unit"
// help = "The unit, by id or by name"
//
// [params.on]
// type    = "day"
// default = "any"
// help    = "The day; left out: all times, and nothing is said about links holding together"
//
// [grade]
// members = ["chain", "posting"]
// beside  = ["besides"]
// asked   = "on"
//
// [columns]
// level     = { type = "int",  is = "how many links above the unit asked about; 0 is the unit itself" }
// unit      = { type = "node", is = "the unit at this level" }
// commander = { type = "node", is = "who held command of it; empty: nobody is recorded, or the unit is unknown" }
// acting    = { type = "bool", is = "whether only in place of somebody else" }
// end       = { type = "text", is = "empty: one command link goes on; fork: several do; cut: after 12 links; cycle: only back into the chain; gap: the unit is unknown, or a link of unknown kind goes on; other: no command link is known, and other links, such as administrative ones, go on; top: no link is known" }
// other_superiors = { type = "texts", is = "units above it then by links that are not of command, and of which kind these are" }
// posting   = "rel"
// chain     = "path"
// besides   = "things"
// ///

// Every simple path of command links from the unit itself (level 0) upwards, of which each could hold on the day, and all
// at one moment of it.
MATCH chain = (:Unit {id: $unit})
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($on_from IS NULL OR (r.possible_from < $on_to AND $on_from < r.possible_to))]->(:Unit)){0,12}
  (unit:Unit)
WITH chain, unit, nodes(chain) AS units, relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND ($on_from IS NULL OR all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to)))

// Where the path could go on then. An unknown unit keeps it connected and has no commander.
WITH *, COLLECT {
  MATCH (unit)-[n:SUBORDINATE_TO]->(above:Unit)
  WHERE $on_from IS NULL OR (n.possible_from < $on_to AND $on_from < n.possible_to
    AND all(x IN links WHERE n.possible_from < x.possible_to AND x.possible_from < n.possible_to))
  RETURN [CASE WHEN coalesce(n.relation, 'unknown') = 'unknown' THEN 'unknown'
               WHEN n.relation <> 'command' THEN 'other'
               WHEN any(u IN units WHERE u = above) THEN 'back'
               ELSE 'on' END, n, above] } AS further
WITH *, [f IN further | f[0]] AS onward, size([f IN further WHERE f[0] = 'on']) AS ways,
  [f IN further WHERE f[0] IN ['unknown', 'other'] | f[1]] AS besides,
  COLLECT {
    UNWIND [f IN further WHERE f[0] IN ['unknown', 'other']] AS f
    WITH f[1] AS n, f[2] AS above
    WITH coalesce(above.name, above.id) + ' (' + coalesce(n.relation, 'unknown') + CASE WHEN coalesce(n.disputed, false) THEN ', disputed)' ELSE ')' END AS called
    RETURN DISTINCT called ORDER BY called } AS other_superiors
OPTIONAL MATCH (unit)<-[posting:POSTED_TO]-(commander:Person)
WHERE posting.function = 'commander' AND coalesce(unit.kind <> 'unknown', true)
  AND ($on_from IS NULL OR (posting.possible_from < $on_to AND $on_from < posting.possible_to
    AND all(x IN links WHERE posting.possible_from < x.possible_to AND x.possible_from < posting.possible_to)))
RETURN size(links) AS level, unit, commander,
  CASE WHEN posting IS NOT NULL THEN coalesce(posting.acting, false) END AS acting,
  CASE WHEN ways > 0 AND size(links) = 12 THEN 'cut'
       WHEN ways = 1 THEN null
       WHEN ways > 1 THEN 'fork'
       WHEN 'back' IN onward THEN 'cycle'
       WHEN 'unknown' IN onward OR unit.kind = 'unknown' THEN 'gap'
       WHEN 'other' IN onward THEN 'other'
       ELSE 'top' END AS end,
  other_superiors, posting, chain, besides
ORDER BY level, [n IN units | n.id], [x IN links | x.id], commander.id, posting.id
