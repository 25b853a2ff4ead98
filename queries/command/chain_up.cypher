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
// [columns]
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
// weakest   = "rel"
// posting   = "rel"
// chain     = "path"
// claims    = "claims"
// ///

// Every simple path of command links that each could hold on the day, from the unit itself (level 0) upwards.
MATCH chain = (:Unit {id: $unit})
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($on_from IS NULL OR (r.possible_from < $on_to AND $on_from < r.possible_to))]->(:Unit)){0,12}
  (unit:Unit)
WITH chain, unit, nodes(chain) AS units, relationships(chain) AS links,
     coalesce(localdatetime($on_from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($on_to), localdatetime('9999-12-31T00:00:00')) AS asked_to
WHERE all(n IN units WHERE single(m IN units WHERE m = n))

// What the links have in common: the path's own range.
WITH *,
     reduce(f = asked_from, x IN links | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
     reduce(t = asked_to, x IN links | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
WHERE $on_from IS NULL OR path_from < path_to

// Where the path could go on within its range.
WITH *, COLLECT {
  MATCH (unit)-[n:SUBORDINATE_TO]->(above:Unit)
  WHERE $on_from IS NULL OR (n.possible_from < path_to AND path_from < n.possible_to)
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
WHERE posting.function = 'commander'
  AND ($on_from IS NULL OR (posting.possible_from < path_to AND path_from < posting.possible_to))
WITH *, CASE WHEN posting IS NULL THEN links ELSE links + posting END AS members,
     CASE WHEN posting.possible_from > path_from THEN posting.possible_from ELSE path_from END AS since,
     CASE WHEN posting.possible_to < path_to THEN posting.possible_to ELSE path_to END AS until

// Of each member: days to the far end of its nearest citation, from the day.
WITH *, [x IN members | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// How much each member carries for the day: no core then, a bridged one, a stated one; among equals the nearest citation.
WITH *, [i IN range(0, size(members) - 1) |
  CASE WHEN NOT coalesce(members[i].certain_from < asked_to AND asked_from < members[i].certain_to, false) THEN 0
       WHEN coalesce(members[i].bridged, false) THEN 10000000
       ELSE 20000000 END
  + CASE WHEN gaps[i] IS NULL THEN 0 ELSE 9000000 - gaps[i] END] AS weights

// Sure: all cores share a moment of the day, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN members WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN members | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN members | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN members WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN members WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN size(links) AS level, unit, commander,
  CASE WHEN posting IS NULL THEN null ELSE coalesce(posting.acting, false) END AS acting,
  end,
  CASE WHEN since < until THEN since ELSE null END AS since,
  CASE WHEN since < until THEN until ELSE null END AS until,
  CASE WHEN $on_from IS NULL THEN null ELSE since = asked_from AND until = asked_to END AS covers,
  CASE WHEN $on_from IS NULL THEN null
       WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  CASE WHEN $on_from IS NULL THEN null
       ELSE reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END)
       END AS gap_days,
  CASE WHEN $on_from IS NULL THEN null ELSE members[reduce(w = 0, i IN range(1, size(members) - 1) | CASE
    WHEN weights[i] < weights[w] OR (weights[i] = weights[w] AND members[i].id < members[w].id) THEN i ELSE w END)] END AS weakest,
  posting, chain,
  reduce(found = [], x IN members | found + coalesce(x.claims, [])) AS claims
ORDER BY level, [n IN units | n.id], [x IN links | x.id], commander.id, posting.id
