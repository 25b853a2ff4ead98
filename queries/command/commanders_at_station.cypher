// /// query
// title    = "Who was responsible for this place"
// question = "Which units were based at this station in the period, and who commanded them, up to the top?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "Shows who commanded units based here, not who was present or what was done; formal authority, not effective control."
// related  = ["command/chain_up", "command/chain_down", "colocation/co_detained"]
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
// members = ["base", "chain", "posting"]
// beside  = ["besides"]
// asked   = "period"
//
// [columns]
// based     = { type = "node", is = "the unit based at this place" }
// level     = { type = "int",  is = "how many links above it; 0 is the unit itself" }
// unit      = { type = "node", is = "the unit at this level" }
// commander = { type = "node", is = "who held command of it; empty: nobody is recorded, or the unit is unknown" }
// acting    = { type = "bool", is = "whether only in place of somebody else" }
// end       = { type = "text", is = "empty: one command link goes on; fork: several do; cut: after 12 links; cycle: only back into the chain; gap: the unit is unknown, or a link of unknown kind goes on; other: no command link is known, and other links, such as administrative ones, go on; top: no link is known" }
// other_superiors = { type = "texts", is = "units above it then by links that are not of command, and of which kind these are" }
// base      = "rel"
// posting   = "rel"
// chain     = "path"
// besides   = "things"
// station   = { type = "node", hidden = true }
// ///

MATCH (station:Station {id: $station})<-[base:BASED_AT]-(based:Unit)
WHERE ($from IS NULL OR $from < base.possible_to) AND ($to IS NULL OR base.possible_from < $to)

// Every simple path of command links from the unit based here (level 0) upwards, that could hold with the base. An unknown
// unit keeps it connected and has no commander.
MATCH chain = (based)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]->(:Unit)){0,12}
  (unit:Unit)
WITH *, nodes(chain) AS units, [base] + relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to))

// Where the path could go on then.
WITH *, COLLECT {
  MATCH (unit)-[n:SUBORDINATE_TO]->(above:Unit)
  WHERE ($from IS NULL OR $from < n.possible_to) AND ($to IS NULL OR n.possible_from < $to)
    AND all(x IN links WHERE n.possible_from < x.possible_to AND x.possible_from < n.possible_to)
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
  AND ($from IS NULL OR $from < posting.possible_to) AND ($to IS NULL OR posting.possible_from < $to)
  AND all(x IN links WHERE posting.possible_from < x.possible_to AND x.possible_from < posting.possible_to)
RETURN based, size(units) - 1 AS level, unit, commander,
  CASE WHEN posting IS NOT NULL THEN coalesce(posting.acting, false) END AS acting,
  CASE WHEN ways > 0 AND size(units) = 13 THEN 'cut'
       WHEN ways = 1 THEN null
       WHEN ways > 1 THEN 'fork'
       WHEN 'back' IN onward THEN 'cycle'
       WHEN 'unknown' IN onward OR unit.kind = 'unknown' THEN 'gap'
       WHEN 'other' IN onward THEN 'other'
       ELSE 'top' END AS end,
  other_superiors, base, posting, chain, besides, station
ORDER BY level, [n IN units | n.id], base.id, [x IN relationships(chain) | x.id], commander.id, posting.id
