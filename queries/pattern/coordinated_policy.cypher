// /// query
// title    = "The same methods in many places, under one superior"
// question = "Which methods were used together at several stations in the period, by which units, and who is the nearest superior they had in common?"
// element  = "crimes-against-humanity/policy"
// caveat   = "Alike is not ordered: shows the same recorded methods under one formal superior, not that a policy was decided; formal authority, not effective control. A set is two methods, with whatever else all of those events share. Counts are of the whole answer for that superior and set, rows left out below included; of_events and of_victims count what is recorded at those stations with any method. An event told twice and not yet joined counts twice."
// related  = ["command/operation_footprint", "command/lowest_common_superior", "pattern/modus_operandi"]
//
// [params.period]
// type = "period"
// help = "The period in which it was done: a night, a week; a limit left out is open"
//
// [params.min_stations]
// type    = "int"
// default = 2
// help    = "At how many stations, at least"
//
// [columns]
// superior      = "node"
// methods       = "texts"
// stations      = "int"
// sure_stations = "int"
// units         = "int"
// days          = "int"
// events        = "int"
// of_events     = "int"
// victims       = "int"
// of_victims    = "int"
// level         = "int"
// unit          = "node"
// station       = "node"
// acts          = "int"
// since         = "time"
// until         = "time"
// certainty     = "text"
// gap_days      = "int"
// event         = "node"
// alleged       = "rel"
// occurred      = "rel"
// chain         = "path"
// claims        = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (event:Event)
WHERE event.possible_from < asked_to AND asked_from < event.possible_to AND size(coalesce(event.methods, [])) > 1
WITH *, COLLECT { UNWIND event.methods AS m WITH toLower(trim(m)) AS m WHERE m <> '' RETURN DISTINCT m ORDER BY m } AS words
MATCH (event)<-[alleged:ALLEGED_IN]-(unit:Unit)
WHERE coalesce(unit.kind <> 'unknown', true)
MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
WITH asked_from, asked_to, unit, collect({event: event, words: words, alleged: alleged, occurred: occurred, station: station}) AS acts

// Every simple path of command links that each could hold in the period, from the unit itself (level 0) upwards.
MATCH chain = (unit)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]->(:Unit)){0,12}
  (superior:Unit)
WITH asked_from, asked_to, acts, unit, superior, chain, nodes(chain) AS way, relationships(chain) AS links
WHERE all(n IN way WHERE single(m IN way WHERE m = n))

// What the links have in common: the path's own range; and the events that meet it.
WITH *,
     reduce(f = asked_from, x IN links | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
     reduce(t = asked_to, x IN links | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
WHERE path_from < path_to
UNWIND acts AS act
WITH *, act.event AS event, act.alleged AS alleged, act.occurred AS occurred, act.station AS station, act.words AS words
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

// Each two methods of an event; the events under the superior that show both; and what else all of these share.
WITH superior, words, {unit: unit, station: station, words: words, event: event, rank: rank, gap: gap_days, level: size(links),
  since: since, until: until, chain: chain, alleged: alleged, occurred: occurred,
  by: [n IN way | n.id] + [x IN links | x.id] + [event.id, alleged.id, occurred.id],
  claims: reduce(found = coalesce(alleged.claims, []) + coalesce(occurred.claims, []), x IN members |
    found + coalesce(x.claims, []))} AS hit
UNWIND words AS one
UNWIND [w IN words WHERE one < w] AS other
WITH superior, one, other, collect(hit) AS hits
WITH superior, hits, reduce(common = null, h IN hits |
  CASE WHEN common IS NULL THEN h.words ELSE [w IN common WHERE w IN h.words] END) AS methods
WITH superior, methods, head(collect(hits)) AS hits
WITH superior, methods, hits,
  COLLECT { UNWIND hits AS h WITH h.station AS s RETURN DISTINCT s ORDER BY s.id } AS places
WHERE size(places) >= $min_stations

// One row for each unit and station: what is shown is the surest event and path, what is counted all of them.
UNWIND hits AS h
WITH superior, methods, hits, places, h.unit AS unit, h.station AS station, collect(h) AS ways
WITH superior, methods, hits, places, {unit: unit, station: station,
  shown: head(COLLECT { UNWIND ways AS w RETURN w ORDER BY -w.rank, w.gap, w.level, w.since, w.by }),
  level: reduce(least = 12, w IN ways | CASE WHEN w.level < least THEN w.level ELSE least END),
  ways: ways} AS pair
WITH superior, methods, hits, places, collect(pair) AS pairs
WITH superior, methods, hits, places, COLLECT { UNWIND pairs AS p WITH p, p.unit AS u, p.station AS s RETURN p ORDER BY u.id, s.id } AS pairs
WITH *,
  COLLECT { UNWIND pairs AS p WITH p.unit AS u, p.station AS s RETURN u.id + ' ' + s.id } AS covered,
  COLLECT { UNWIND pairs AS p WITH p.shown AS w RETURN w.rank } AS ranks,
  reduce(most = 0, p IN pairs | CASE WHEN p.level > most THEN p.level ELSE most END) AS depth

// Nearest: of superiors over the same units at the same places, left out is one above a known one that is nowhere less sure.
WITH methods, covered, collect({superior: superior, hits: hits, places: places, pairs: pairs, ranks: ranks, depth: depth,
  known: coalesce(superior.kind <> 'unknown', true)}) AS same
UNWIND [s IN same WHERE NOT any(o IN same WHERE o.known AND o.depth < s.depth
          AND all(i IN range(0, size(covered) - 1) WHERE o.ranks[i] >= s.ranks[i]))] AS nearest
WITH methods, nearest, nearest.places AS places,
  COLLECT { UNWIND nearest.hits AS h WITH h.event AS e RETURN DISTINCT e } AS happened,
  coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
  coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to

// Denominators: what is recorded at these stations in the period with any method.
WITH *,
  COLLECT { UNWIND places AS s MATCH (s)<-[:OCCURRED_AT]-(e:Event)
            WHERE e.possible_from < asked_to AND asked_from < e.possible_to AND size(coalesce(e.methods, [])) > 0
            RETURN DISTINCT e } AS recorded
WITH methods, nearest, size(places) AS stations, size(happened) AS events, size(recorded) AS of_events,
  size(COLLECT { UNWIND nearest.pairs AS p WITH p.station AS s, p.shown AS w WHERE w.rank > 1 RETURN DISTINCT s.id }) AS sure_stations,
  size(COLLECT { UNWIND nearest.pairs AS p WITH p.unit AS u RETURN DISTINCT u.id }) AS units,
  // Days: of the events whose whole range lies on one.
  size(COLLECT { UNWIND happened AS e WITH e, localdatetime.truncate('day', e.possible_from) AS day
                 WHERE e.possible_to <= day + duration({days: 1}) RETURN DISTINCT day }) AS days,
  size(COLLECT { UNWIND happened AS e MATCH (e)<-[:SUFFERED]-(p:Person) RETURN DISTINCT p.id }) AS victims,
  size(COLLECT { UNWIND recorded AS e MATCH (e)<-[:SUFFERED]-(p:Person) RETURN DISTINCT p.id }) AS of_victims
UNWIND nearest.pairs AS pair
WITH *, nearest.superior AS superior, pair.unit AS unit, pair.station AS station, pair.shown AS shown, pair.ways AS ways
RETURN superior, methods, stations, sure_stations, units, days, events, of_events, victims, of_victims, pair.level AS level,
  unit, station, size(COLLECT { UNWIND ways AS w WITH w.event AS e RETURN DISTINCT e.id }) AS acts,
  reduce(f = null, w IN ways | CASE WHEN f IS NULL OR w.since < f THEN w.since ELSE f END) AS since,
  reduce(t = null, w IN ways | CASE WHEN t IS NULL OR w.until > t THEN w.until ELSE t END) AS until,
  CASE shown.rank WHEN 3 THEN 'certain' WHEN 2 THEN 'assumed' ELSE 'possible' END AS certainty, shown.gap AS gap_days,
  shown.event AS event, shown.alleged AS alleged, shown.occurred AS occurred, shown.chain AS chain,
  reduce(found = COLLECT { UNWIND ways AS w WITH w.event AS e MATCH (e)<-[s:SUFFERED]-(:Person) UNWIND s.claims AS c RETURN c },
    w IN ways | found + w.claims) AS claims
ORDER BY stations DESC, events DESC, methods, superior.id, unit.id, station.id
