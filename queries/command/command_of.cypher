// /// query
// title    = "Whom and what did this person command"
// question = "Of which units did this person hold command in the period, and which units and stations stood below them?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "De jure and de facto are what sources say of the posting and of each link; unknown where one of them is silent. Formal authority is not effective control, and a unit that is missing here was not recorded, not shown to be outside the command."
// related  = ["command/chain_down", "command/holders_of_command"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The person, by id or by name"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [grade]
// members = ["posting", "chain", "base"]
// asked   = "period"
//
// [columns]
// authority = { type = "text", is = "de_jure, de_facto or unknown: of the posting and of every link between" }
// own       = { type = "node", is = "the unit this person commanded; an unknown one accuses nobody" }
// title     = "text"
// rank      = "text"
// acting    = { type = "bool", is = "whether only in place of somebody else" }
// level     = { type = "int",  is = "how many links below that unit; 0 is the unit itself" }
// unit      = { type = "node", is = "the unit at this level" }
// station   = { type = "node", is = "where it was based; empty: no base is recorded" }
// person    = "node"
// posting   = "rel"
// base      = "rel"
// chain     = "path"
// ///

MATCH (person:Person {id: $person})-[posting:POSTED_TO]->(own:Unit)
WHERE posting.function = 'commander' AND coalesce(own.kind <> 'unknown', true)
  AND ($from IS NULL OR $from < posting.possible_to) AND ($to IS NULL OR posting.possible_from < $to)

// Every simple path of command links from that unit (level 0) downwards, that could hold with the posting.
MATCH chain = (own)
  ((:Unit)<-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]-(:Unit)){0,12}
  (unit:Unit)
WITH *, nodes(chain) AS units, [posting] + relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to))
OPTIONAL MATCH (unit)-[base:BASED_AT]->(station:Station)
WHERE ($from IS NULL OR $from < base.possible_to) AND ($to IS NULL OR base.possible_from < $to)
  AND all(x IN links WHERE base.possible_from < x.possible_to AND x.possible_from < base.possible_to)

// One link that is only de facto makes what hangs on it de facto; where a source is silent, nothing is said.
WITH *, CASE WHEN any(x IN links WHERE coalesce(x.basis = 'de_facto', false)) THEN 'de_facto'
             WHEN all(x IN links WHERE coalesce(x.basis = 'de_jure', false)) THEN 'de_jure'
             ELSE 'unknown' END AS authority
RETURN authority, own, posting.title AS title, posting.rank AS rank, coalesce(posting.acting, false) AS acting,
  size(links) - 1 AS level, unit, station, person, posting, base, chain
ORDER BY CASE authority WHEN 'de_jure' THEN 1 WHEN 'de_facto' THEN 2 ELSE 3 END, posting.possible_from, own.id, posting.id,
  level, [n IN units | n.id], [x IN links | x.id], station.id, base.id
