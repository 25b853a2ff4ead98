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
// [columns]
// authority = "text"
// own       = "node"
// title     = "text"
// rank      = "text"
// acting    = "bool"
// level     = "int"
// unit      = "node"
// station   = "node"
// since     = "time"
// until     = "time"
// covers    = "bool"
// certainty = "text"
// gap_days  = "int"
// person    = "node"
// posting   = "rel"
// base      = "rel"
// chain     = "path"
// claims    = "claims"
// ///

MATCH (person:Person {id: $person})-[posting:POSTED_TO]->(own:Unit)
WHERE posting.function = 'commander'
  AND ($from IS NULL OR $from < posting.possible_to) AND ($to IS NULL OR posting.possible_from < $to)

// Every simple path of command links that each could hold in the period, from the person's unit (level 0) downwards.
MATCH chain = (own)
  ((:Unit)<-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]-(:Unit)){0,12}
  (unit:Unit)
WITH person, posting, own, chain, unit, nodes(chain) AS units, relationships(chain) AS links,
     coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
WHERE all(n IN units WHERE single(m IN units WHERE m = n))

// What the posting and the links have in common: the path's own range.
WITH *, [posting] + links AS standing
WITH *,
     reduce(f = asked_from, x IN standing | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
     reduce(t = asked_to, x IN standing | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
WHERE path_from < path_to

OPTIONAL MATCH (unit)-[base:BASED_AT]->(station:Station)
WHERE base.possible_from < path_to AND path_from < base.possible_to
WITH *, CASE WHEN base IS NULL THEN standing ELSE standing + base END AS members,
     CASE WHEN base.possible_from > path_from THEN base.possible_from ELSE path_from END AS since,
     CASE WHEN base.possible_to < path_to THEN base.possible_to ELSE path_to END AS until

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

// One link that is only de facto makes what hangs on it de facto; where a source is silent, nothing is said.
WITH *, CASE WHEN any(x IN standing WHERE coalesce(x.basis = 'de_facto', false)) THEN 'de_facto'
             WHEN all(x IN standing WHERE coalesce(x.basis = 'de_jure', false)) THEN 'de_jure'
             ELSE 'unknown' END AS authority

RETURN authority, own, posting.title AS title, posting.rank AS rank, coalesce(posting.acting, false) AS acting,
  size(links) AS level, unit, station, since, until, since = asked_from AND until = asked_to AS covers,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  person, posting, base, chain,
  reduce(found = [], x IN members | found + coalesce(x.claims, [])) AS claims
ORDER BY CASE authority WHEN 'de_jure' THEN 1 WHEN 'de_facto' THEN 2 ELSE 3 END, posting.possible_from, own.id, posting.id,
  level, [n IN units | n.id], [x IN links | x.id], station.id, base.id
