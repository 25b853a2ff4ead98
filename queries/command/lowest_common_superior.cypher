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
// [columns]
// superior  = "node"
// unit      = "node"
// level     = "int"
// commander = "node"
// acting    = "bool"
// since     = "time"
// until     = "time"
// covers    = "bool"
// certainty = "text"
// gap_days  = "int"
// posting   = "rel"
// chain     = "path"
// claims    = "claims"
// ///

// What stands above each of the units, by a path of command links that could hold on the day.
UNWIND $units AS asked
MATCH chain = (low:Unit {id: asked})
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($on_from IS NULL OR (r.possible_from < $on_to AND $on_from < r.possible_to))]->(:Unit)){0,12}
  (high:Unit)
WITH low, high, nodes(chain) AS units, relationships(chain) AS links,
     coalesce(localdatetime($on_from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($on_to), localdatetime('9999-12-31T00:00:00')) AS asked_to
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND ($on_from IS NULL
    OR reduce(f = asked_from, x IN links | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END)
     < reduce(t = asked_to, x IN links | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END))
WITH high, collect(DISTINCT low) AS lows
WHERE size(lows) = size(COLLECT { UNWIND $units AS u RETURN DISTINCT u })
WITH collect(high) AS commons, head(collect(lows)) AS lows

// Every simple path from the units, and from each common superior, up to each common superior.
UNWIND lows + [c IN commons WHERE NOT c IN lows] AS low
MATCH chain = (low)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($on_from IS NULL OR (r.possible_from < $on_to AND $on_from < r.possible_to))]->(:Unit)){0,12}
  (high:Unit)
WHERE high IN commons
WITH commons, lows, low, high, chain, nodes(chain) AS units, relationships(chain) AS links,
     coalesce(localdatetime($on_from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($on_to), localdatetime('9999-12-31T00:00:00')) AS asked_to
WHERE all(n IN units WHERE single(m IN units WHERE m = n))

// What the links have in common: the path's own range.
WITH *,
     reduce(f = asked_from, x IN links | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
     reduce(t = asked_to, x IN links | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
WHERE $on_from IS NULL OR path_from < path_to

// First each path alone (null), then with each who held command of its last unit within its range.
WITH *, [null] + COLLECT {
  MATCH (high)<-[p:POSTED_TO]-(:Person)
  WHERE p.function = 'commander' AND low IN lows
    AND ($on_from IS NULL OR (p.possible_from < path_to AND path_from < p.possible_to))
  RETURN p } AS held
UNWIND held AS posting
WITH *, CASE WHEN posting IS NULL THEN links ELSE links + posting END AS members,
     CASE WHEN posting.possible_from > path_from THEN posting.possible_from ELSE path_from END AS since,
     CASE WHEN posting.possible_to < path_to THEN posting.possible_to ELSE path_to END AS until

// Of each member: days to the far end of its nearest citation, from the day.
WITH *, [x IN members | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of the day, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN members WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN members | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN members | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN members WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN members WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure
WITH *,
  CASE WHEN $on_from IS NULL THEN null
       WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty
WITH *, CASE certainty WHEN 'certain' THEN 3 WHEN 'assumed' THEN 2 ELSE 1 END AS rank

// How surely each stands above each: the strongest path. A common superior is as sure as the unit it is least surely above.
WITH commons, lows, high, low, posting IS NULL AS bare,
  max(rank) AS rank,
  collect([chain, posting, size(links), size(held), since, until, since = asked_from AND until = asked_to, certainty,
    CASE WHEN $on_from IS NULL THEN null
       ELSE reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) END,
    reduce(found = [], x IN members | found + coalesce(x.claims, []))]) AS found
WITH lows, commons, collect({high: high, low: low, bare: bare, rank: rank, found: found}) AS over
WITH over, lows, [c IN commons | {unit: c, known: coalesce(c.kind <> 'unknown', true), rank:
  reduce(least = 3, o IN [o IN over WHERE o.bare AND o.high = c AND o.low IN lows] |
    CASE WHEN o.rank < least THEN o.rank ELSE least END)}] AS commons

// Left out: a superior above a known one that is common at least as surely, unless that one also stands above it.
UNWIND [c IN commons WHERE NOT any(d IN commons WHERE d.unit <> c.unit AND d.known AND d.rank >= c.rank
    AND any(o IN over WHERE o.bare AND o.low = d.unit AND o.high = c.unit AND o.rank >= c.rank)
    AND NOT any(o IN over WHERE o.bare AND o.low = c.unit AND o.high = d.unit))] AS nearest
UNWIND [o IN over WHERE o.high = nearest.unit AND o.low IN lows] AS way
UNWIND [f IN way.found WHERE f[1] IS NOT NULL OR f[3] = 1] AS f
WITH way.high AS superior, way.low AS unit, f[0] AS chain, f[1] AS posting, f
RETURN superior, unit, f[2] AS level, startNode(posting) AS commander,
  CASE WHEN posting IS NULL THEN null ELSE coalesce(posting.acting, false) END AS acting,
  CASE WHEN f[4] < f[5] THEN f[4] ELSE null END AS since,
  CASE WHEN f[4] < f[5] THEN f[5] ELSE null END AS until,
  CASE WHEN $on_from IS NULL THEN null ELSE f[6] END AS covers,
  f[7] AS certainty, f[8] AS gap_days, posting, chain, f[9] AS claims
ORDER BY superior.id, unit.id, level, [n IN nodes(chain) | n.id], [x IN relationships(chain) | x.id], commander.id, posting.id
