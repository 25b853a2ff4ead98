// /// query
// title    = "What rests on one origin only"
// question = "Which links of the chain above this unit, and which commands along it, rest on one independent origin or on weak grades?"
// element  = "evidence/probative-value"
// caveat   = "Copies, reprints and translations of one source count as one origin; that several origins are independent is not shown. Ungraded is not weak."
// related  = ["command/chain_up", "evidence/conflicts"]
//
// [params.unit]
// type = "id"
// of   = "Unit"
// help = "The unit, by id or by name"
//
// [params.on]
// type    = "day"
// default = "any"
// help    = "The day; left out: all times"
//
// [grade]
// members = ["link"]
// asked   = "on"
//
// [columns]
// level   = { type = "int",   is = "how many links above the unit asked about, at the lowest" }
// what    = { type = "text",  is = "subordination, or who held command" }
// one     = "node"
// other   = "node"
// origins = { type = "int",   is = "how many independent origins say so" }
// sources = { type = "texts", is = "the sources cited" }
// grades  = { type = "texts", is = "the grades given to sources and claims, and a compiler's own words" }
// weak    = { type = "bool",  is = "whether whatever is graded is no more than possibly true, or of a source not usually reliable" }
// link    = "rel"
// ///

// Every simple path of command links from the unit itself (level 0) upwards, that could hold on the day together.
MATCH chain = (:Unit {id: $unit})
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($on_from IS NULL OR (r.possible_from < $on_to AND $on_from < r.possible_to))]->(:Unit)){0,12}
  (unit:Unit)
WITH nodes(chain) AS units, relationships(chain) AS links, unit
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND ($on_from IS NULL OR all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to)))

// The last link of each path, and whoever held command of its last unit: each once, at its lowest level.
WITH size(links) AS level, CASE WHEN size(links) = 0 THEN [] ELSE [links[size(links) - 1]] END + COLLECT {
  MATCH (unit)<-[posting:POSTED_TO]-(:Person)
  WHERE posting.function = 'commander'
    AND ($on_from IS NULL OR (posting.possible_from < $on_to AND $on_from < posting.possible_to
      AND all(x IN links WHERE posting.possible_from < x.possible_to AND x.possible_from < posting.possible_to)))
  RETURN posting } AS found
UNWIND found AS link
WITH link, min(level) AS level

// Every claim that asserts it, with its source; a claim taken back counts for nothing.
WITH *, link.id AS id
WITH *, COLLECT {
  MATCH (claim:Claim {about: id})-[:CITES]->(source:Source)
  WHERE claim.polarity = 'asserts' AND coalesce(claim.status <> 'withdrawn', true)
  RETURN [coalesce(source.origin, source.id), source.name, coalesce(claim.credibility, ''), coalesce(source.reliability, ''),
          coalesce(claim.graded, '')] } AS said
WITH *,
  COLLECT { UNWIND said AS s RETURN DISTINCT s[0] AS o ORDER BY o } AS roots,
  COLLECT { UNWIND said AS s RETURN DISTINCT s[1] AS o ORDER BY o } AS sources,
  COLLECT { UNWIND said AS s WITH s[3] + s[2] + CASE WHEN s[4] = '' THEN '' ELSE ' “' + s[4] + '”' END AS grade
            WHERE grade <> '' RETURN DISTINCT trim(grade) AS grade ORDER BY grade } AS grades,
  // Weak: whatever is graded at all says no more than possibly true, or comes from a source not usually reliable.
  any(s IN said WHERE s[2] <> '' OR s[3] <> '')
    AND none(s IN said WHERE (s[2] <> '' OR s[3] <> '') AND NOT s[2] IN ['3', '4', '5', '6'] AND NOT s[3] IN ['D', 'E', 'F']) AS weak
WHERE size(roots) < 2 OR weak
WITH *, startNode(link) AS one, endNode(link) AS other
RETURN level, CASE WHEN type(link) = 'POSTED_TO' THEN 'command' ELSE 'subordination' END AS what, one, other,
  size(roots) AS origins, sources, grades, weak, link
ORDER BY level, what DESC, one.id, other.id, link.id
