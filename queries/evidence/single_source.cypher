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
// [columns]
// level       = "int"
// what        = "text"
// one         = "node"
// other       = "node"
// origins     = "int"
// sources     = "texts"
// grades      = "texts"
// weak        = "bool"
// since       = "time"
// until       = "time"
// certainty   = "text"
// gap_days    = "int"
// link        = "rel"
// claims      = "claims"
// ///

// Every simple path of command links that each could hold on the day, from the unit itself (level 0) upwards.
MATCH chain = (:Unit {id: $unit})
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($on_from IS NULL OR (r.possible_from < $on_to AND $on_from < r.possible_to))]->(:Unit)){0,12}
  (unit:Unit)
WITH nodes(chain) AS units, relationships(chain) AS links, unit,
     coalesce(localdatetime($on_from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($on_to), localdatetime('9999-12-31T00:00:00')) AS asked_to
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
WITH *,
     reduce(f = asked_from, x IN links | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
     reduce(t = asked_to, x IN links | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
WHERE $on_from IS NULL OR path_from < path_to

// The last link of each path, and whoever held command of its last unit: each once, at its lowest level.
WITH size(links) AS level, unit, asked_from, asked_to, CASE WHEN size(links) = 0 THEN [] ELSE [links[size(links) - 1]] END + COLLECT {
  MATCH (unit)<-[posting:POSTED_TO]-(:Person)
  WHERE posting.function = 'commander'
    AND ($on_from IS NULL OR (posting.possible_from < path_to AND path_from < posting.possible_to))
  RETURN posting } AS found
UNWIND found AS x
WITH x, min(level) AS level, asked_from, asked_to

// Every claim that asserts it, with its source; a claim taken back counts for nothing.
WITH *, COLLECT {
  UNWIND x.claims AS id
  MATCH (claim:Claim {id: id})-[:CITES]->(source:Source)
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
WITH *,
     CASE WHEN x.possible_from > asked_from THEN x.possible_from ELSE asked_from END AS since,
     CASE WHEN x.possible_to < asked_to THEN x.possible_to ELSE asked_to END AS until

// Days to the far end of its nearest citation, from the day.
WITH *, reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END) AS gap

// Sure: its core meets the day, or the day contains its whole possible range.
WITH *, coalesce(x.certain_from < asked_to AND asked_from < x.certain_to, false)
  OR (asked_from <= x.possible_from AND x.possible_to <= asked_to) AS sure

WITH *, startNode(x) AS one, endNode(x) AS other
RETURN level, CASE WHEN type(x) = 'POSTED_TO' THEN 'command' ELSE 'subordination' END AS what, one, other,
  size(roots) AS origins, sources, grades, weak, since, until,
  CASE WHEN $on_from IS NULL THEN null
       WHEN NOT sure OR coalesce(x.disputed, false) THEN 'possible'
       WHEN NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1})) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  CASE WHEN $on_from IS NULL THEN null ELSE gap END AS gap_days,
  x AS link, coalesce(x.claims, []) AS claims
ORDER BY level, what DESC, one.id, other.id, x.id
