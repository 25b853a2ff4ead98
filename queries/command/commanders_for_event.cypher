// /// query
// title    = "Who commanded the units at this event"
// question = "Which units are alleged at this event or were based where it happened, and who commanded them then, up to the top?"
// element  = "command-responsibility/subordinates-crimes"
// caveat   = "Shows who commanded, not who was present or gave an order; formal authority, not effective control. Based means that the unit was based at the place, not that it took part. Units of persons who are alleged by themselves are not listed."
// related  = ["command/chain_up", "command/commanders_at_station"]
//
// [params.event]
// type = "id"
// of   = "Event"
// help = "The event, by id or by name"
//
// [columns]
// tie           = "text"
// at_event      = "node"
// role          = "text"
// recognised_by = "text"
// level         = "int"
// unit          = "node"
// commander     = "node"
// acting        = "bool"
// end           = "text"
// since         = "time"
// until         = "time"
// covers        = "bool"
// certainty     = "text"
// gap_days      = "int"
// event         = "node"
// station       = "node"
// alleged       = "rel"
// occurred      = "rel"
// base          = "rel"
// posting       = "rel"
// chain         = "path"
// claims        = "claims"
// ///

// The question's time is the event's own: whatever it possibly lasted.
MATCH (event:Event {id: $event})
WITH event, event.possible_from AS asked_from, event.possible_to AS asked_to

// What ties a unit to it. `first`: what must hold then; `others`: links without a time, that may be disputed.
CALL (event, asked_from, asked_to) {
  MATCH (event)<-[alleged:ALLEGED_IN]-(at_event:Unit)
  WHERE coalesce(at_event.kind <> 'unknown', true)
  RETURN 'alleged' AS tie, at_event, alleged, null AS occurred, null AS station, null AS base, [] AS first, [alleged] AS others
  UNION ALL
  MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
  MATCH (station)<-[base:BASED_AT]-(at_event:Unit)
  WHERE coalesce(at_event.kind <> 'unknown', true) AND base.possible_from < asked_to AND asked_from < base.possible_to
  RETURN 'based' AS tie, at_event, null AS alleged, occurred, station, base, [base] AS first, [occurred] AS others
}

// Every simple path of command links that each could hold then, from that unit (level 0) upwards.
MATCH chain = (at_event)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command']->(:Unit)){0,12}
  (unit:Unit)
WITH *, nodes(chain) AS units, relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))

// What the base and the links have in common with the event: the path's own range.
WITH *, first + links AS standing
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
WITH *, CASE WHEN posting IS NULL THEN standing ELSE standing + posting END AS held,
     CASE WHEN posting.possible_from > path_from THEN posting.possible_from ELSE path_from END AS since,
     CASE WHEN posting.possible_to < path_to THEN posting.possible_to ELSE path_to END AS until

// Of each link with a time: days to the far end of its nearest citation, from the event.
WITH *, held + event AS members, [x IN held | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of the event, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN members WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN members | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN members | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN members WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN members WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN tie, at_event, alleged.role AS role, alleged.recognised_by AS recognised_by, size(links) AS level, unit, commander,
  CASE WHEN posting IS NULL THEN null ELSE coalesce(posting.acting, false) END AS acting,
  end, since, until, since = asked_from AND until = asked_to AS covers,
  CASE WHEN NOT sure OR any(x IN members + others WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  event, station, alleged, occurred, base, posting, chain,
  reduce(found = [], x IN members + others | found + coalesce(x.claims, [])) AS claims
ORDER BY tie, at_event.id, alleged.id, occurred.id, base.id, level, [n IN units | n.id], [x IN links | x.id],
  commander.id, posting.id
