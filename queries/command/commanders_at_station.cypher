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
// [columns]
// based     = "node"
// level     = "int"
// unit      = "node"
// commander = "node"
// acting    = "bool"
// end       = "text"
// since     = "time"
// until     = "time"
// covers    = "bool"
// certainty = "text"
// gap_days  = "int"
// base      = "rel"
// posting   = "rel"
// chain     = "path"
// claims    = "claims"
// ///

MATCH (:Station {id: $station})<-[base:BASED_AT]-(based:Unit)
WHERE ($from IS NULL OR $from < base.possible_to) AND ($to IS NULL OR base.possible_from < $to)

// Every simple path of command links that each could hold in the period, from the unit based here (level 0) upwards.
MATCH chain = (based)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]->(:Unit)){0,12}
  (unit:Unit)
WITH chain, based, base, unit, nodes(chain) AS units, relationships(chain) AS links,
     coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
WHERE all(n IN units WHERE single(m IN units WHERE m = n))

// What the base and the links have in common: the path's own range.
WITH *, [base] + links AS standing
WITH *,
     reduce(f = asked_from, x IN standing | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
     reduce(t = asked_to, x IN standing | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
WHERE path_from < path_to

// Where the path could go on within its range.
WITH *, COLLECT {
  MATCH (unit)-[n:SUBORDINATE_TO]->(above:Unit)
  WHERE n.possible_from < path_to AND path_from < n.possible_to
  RETURN CASE WHEN n.relation = 'unknown' THEN 'unknown'
              WHEN n.relation <> 'command' THEN 'other'
              WHEN any(u IN units WHERE u = above) THEN 'back'
              ELSE 'on' END } AS onward
WITH *, size([o IN onward WHERE o = 'on']) AS ways
WITH *, CASE WHEN ways > 0 AND size(links) = 12 THEN 'cut'
             WHEN ways = 1 THEN null
             WHEN ways > 1 THEN 'fork'
             WHEN 'back' IN onward THEN 'cycle'
             WHEN 'unknown' IN onward OR unit.kind = 'unknown' THEN 'gap'
             ELSE 'top' END AS end

OPTIONAL MATCH (unit)<-[posting:POSTED_TO]-(commander:Person)
WHERE posting.function = 'commander' AND posting.possible_from < path_to AND path_from < posting.possible_to
WITH *, CASE WHEN posting IS NULL THEN standing ELSE standing + posting END AS members,
     CASE WHEN posting.possible_from > path_from THEN posting.possible_from ELSE path_from END AS since,
     CASE WHEN posting.possible_to < path_to THEN posting.possible_to ELSE path_to END AS until

// Of each member: days to the far end of its nearest citation, from the period.
WITH *, [x IN members | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of the period, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN members WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN members | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN members | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN members WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN members WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN based, size(links) AS level, unit, commander,
  CASE WHEN posting IS NULL THEN null ELSE coalesce(posting.acting, false) END AS acting,
  end, since, until, since = asked_from AND until = asked_to AS covers,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  base, posting, chain,
  reduce(found = [], x IN members | found + coalesce(x.claims, [])) AS claims
ORDER BY level, [n IN units | n.id], base.id, [x IN links | x.id], commander.id, posting.id
