// /// query
// title    = "Which units acted in many places at once"
// question = "Whose units are alleged at several places in the period, where and on which days, and who is the nearest superior they had in common?"
// element  = "crimes-against-humanity/systematic"
// caveat   = "Shows whose units are alleged in many places, not that one order was given; formal authority, not effective control. places, sure_places and units count the whole answer for that superior, rows left out below included; an event told twice and not yet joined counts twice."
// related  = ["command/lowest_common_superior", "command/chain_down", "pattern/modus_operandi"]
//
// [params.period]
// type = "period"
// help = "The period in which it was done: a night, a week; a limit left out is open"
//
// [params.min_places]
// type    = "int"
// default = 2
// help    = "At how many stations, at least"
//
// [columns]
// superior    = "node"
// places      = "int"
// sure_places = "int"
// units       = "int"
// level       = "int"
// unit        = "node"
// station     = "node"
// events      = "int"
// since       = "time"
// until       = "time"
// certainty   = "text"
// gap_days    = "int"
// event       = "node"
// alleged     = "rel"
// occurred    = "rel"
// chain       = "path"
// claims      = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (event:Event)
WHERE event.possible_from < asked_to AND asked_from < event.possible_to
MATCH (event)<-[alleged:ALLEGED_IN]-(unit:Unit)
WHERE coalesce(unit.kind <> 'unknown', true)
MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
WITH asked_from, asked_to, unit, collect({event: event, alleged: alleged, occurred: occurred, station: station}) AS acts

// Every simple path of command links that each could hold in the period, from the unit itself (level 0) upwards.
MATCH chain = (unit)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]->(:Unit)){0,12}
  (superior:Unit)
WITH asked_from, asked_to, acts, unit, superior, chain, nodes(chain) AS units, relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))

// What the links have in common: the path's own range; and the events that meet it.
WITH *,
     reduce(f = asked_from, x IN links | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
     reduce(t = asked_to, x IN links | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
WHERE path_from < path_to
UNWIND acts AS act
WITH asked_from, asked_to, unit, superior, chain, units, links, path_from, path_to,
  act.event AS event, act.alleged AS alleged, act.occurred AS occurred, act.station AS station
WHERE event.possible_from < path_to AND path_from < event.possible_to
WITH *, links + event AS members,
     CASE WHEN event.possible_from > path_from THEN event.possible_from ELSE path_from END AS since,
     CASE WHEN event.possible_to < path_to THEN event.possible_to ELSE path_to END AS until

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
WITH *,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false))
         OR coalesce(alleged.disputed, false) OR coalesce(occurred.disputed, false) THEN 1
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 3
       ELSE 2 END AS rank,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days

// One row for each superior, unit and station: what is shown is the surest event and path, what is counted all of them.
WITH superior, unit, station, min(size(links)) AS level, min(since) AS since, max(until) AS until,
  count(DISTINCT event) AS events, collect({rank: rank, gap: gap_days, level: size(links), since: since,
    chain: chain, event: event, alleged: alleged, occurred: occurred,
    by: [n IN units | n.id] + [x IN links | x.id] + [event.id, alleged.id, occurred.id],
    claims: reduce(found = coalesce(alleged.claims, []) + coalesce(occurred.claims, []), x IN members |
      found + coalesce(x.claims, []))}) AS ways
WITH superior, {unit: unit, station: station, level: level, since: since, until: until, events: events,
  shown: head(COLLECT { UNWIND ways AS w RETURN w ORDER BY -w.rank, w.gap, w.level, w.since, w.by }),
  claims: reduce(found = [], w IN ways | found + w.claims)} AS pair
WITH superior, collect(pair) AS pairs
WITH superior, COLLECT { UNWIND pairs AS p WITH p, p.unit AS u, p.station AS s RETURN p ORDER BY u.id, s.id } AS pairs
WITH superior, pairs,
  size(COLLECT { UNWIND pairs AS p WITH p.station AS s RETURN DISTINCT s.id }) AS places,
  size(COLLECT { UNWIND pairs AS p WITH p.station AS s, p.shown AS w WHERE w.rank > 1 RETURN DISTINCT s.id }) AS sure_places,
  size(COLLECT { UNWIND pairs AS p WITH p.unit AS u RETURN DISTINCT u.id }) AS units,
  COLLECT { UNWIND pairs AS p WITH p.unit AS u, p.station AS s RETURN u.id + ' ' + s.id } AS covered,
  COLLECT { UNWIND pairs AS p WITH p.shown AS w RETURN w.rank } AS ranks,
  reduce(most = 0, p IN pairs | CASE WHEN p.level > most THEN p.level ELSE most END) AS depth
WHERE places >= $min_places

// Nearest: of superiors over the same units at the same places, left out is one above a known one that is nowhere less sure.
WITH covered, collect({superior: superior, pairs: pairs, places: places, sure_places: sure_places, units: units, ranks: ranks,
  depth: depth, known: coalesce(superior.kind <> 'unknown', true)}) AS same
UNWIND [s IN same WHERE NOT any(o IN same WHERE o.known AND o.depth < s.depth
          AND all(i IN range(0, size(covered) - 1) WHERE o.ranks[i] >= s.ranks[i]))] AS nearest
UNWIND nearest.pairs AS pair
WITH nearest.superior AS superior, nearest.places AS places, nearest.sure_places AS sure_places, nearest.units AS units,
  pair.level AS level, pair.unit AS unit, pair.station AS station, pair.events AS events, pair.since AS since, pair.until AS until,
  pair.shown AS shown, pair.claims AS claims
WITH superior, places, sure_places, units, level, unit, station, events, since, until, shown.rank AS rank, shown.gap AS gap_days,
  shown.event AS event, shown.alleged AS alleged, shown.occurred AS occurred, shown.chain AS chain, claims
RETURN superior, places, sure_places, units, level, unit, station, events, since, until,
  CASE rank WHEN 3 THEN 'certain' WHEN 2 THEN 'assumed' ELSE 'possible' END AS certainty, gap_days,
  event, alleged, occurred, chain, claims
ORDER BY places DESC, superior.id, unit.id, station.id
