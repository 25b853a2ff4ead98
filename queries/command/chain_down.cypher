// /// query
// title    = "What answered to this unit"
// question = "Which units stood below this unit in the period, level by level, and where were they based?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "Shows formal subordination, not effective control; a unit that is missing here was not recorded, not shown to be independent."
// related  = ["command/chain_up", "command/commanders_at_station"]
//
// [params.unit]
// type = "id"
// of   = "Unit"
// help = "The unit, by id or by name"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [grade]
// members = ["chain", "base"]
// asked   = "period"
//
// [columns]
// level   = { type = "int",  is = "how many links below the unit asked about; 0 is the unit itself" }
// unit    = { type = "node", is = "the unit at this level" }
// station = { type = "node", is = "where it was based; empty: no base is recorded" }
// base    = "rel"
// chain   = "path"
// ///

// Every simple path of command links from the unit itself (level 0) downwards, that could hold in the period together.
MATCH chain = (:Unit {id: $unit})
  ((:Unit)<-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]-(:Unit)){0,12}
  (unit:Unit)
WITH chain, unit, nodes(chain) AS units, relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to))
OPTIONAL MATCH (unit)-[base:BASED_AT]->(station:Station)
WHERE ($from IS NULL OR $from < base.possible_to) AND ($to IS NULL OR base.possible_from < $to)
  AND all(x IN links WHERE base.possible_from < x.possible_to AND x.possible_from < base.possible_to)
RETURN size(links) AS level, unit, station, base, chain
ORDER BY level, [n IN units | n.id], [x IN links | x.id], station.id, base.id
