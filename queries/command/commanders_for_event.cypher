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
// [grade]
// members = ["event", "base", "chain", "posting"]
// others  = ["alleged", "occurred"]
// near    = ["base", "chain", "posting"]
// asked   = "event"
//
// [columns]
// tie           = { type = "text", is = "alleged: a source names the unit; based: it was based at the place" }
// at_event      = { type = "node", is = "the unit so tied to the event" }
// role          = "text"
// recognised_by = { type = "text", is = "how the source knew which unit it was" }
// level         = { type = "int",  is = "how many links above that unit; 0 is the unit itself" }
// unit          = { type = "node", is = "the unit at this level" }
// commander     = { type = "node", is = "who held command of it; empty: nobody is recorded, or the unit is unknown" }
// acting        = { type = "bool", is = "whether only in place of somebody else" }
// end           = { type = "text", is = "empty: one command link goes on; fork: several do; cut: after 12 links; cycle: only back into the chain; gap: the unit is unknown, or a link of unknown kind goes on; other: no command link is known, and other links, such as administrative ones, go on; top: no link is known" }
// event         = "node"
// station       = { type = "node", is = "where it happened" }
// alleged       = "rel"
// occurred      = "rel"
// base          = "rel"
// posting       = "rel"
// chain         = "path"
// ///

// What ties a unit to the event: an allegation, or a base at the place at some moment of it. An unknown unit accuses nobody:
// it is never alleged and has no commander. Based there, it keeps the chain above it connected.
MATCH (event:Event {id: $event})
CALL (event) {
  MATCH (event)<-[alleged:ALLEGED_IN]-(at_event:Unit)
  WHERE coalesce(at_event.kind <> 'unknown', true)
  RETURN 'alleged' AS tie, at_event, alleged, null AS occurred, null AS station, null AS base, [event] AS first
  UNION ALL
  MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
  MATCH (station)<-[base:BASED_AT]-(at_event:Unit)
  WHERE base.possible_from < event.possible_to AND event.possible_from < base.possible_to
  RETURN 'based' AS tie, at_event, null AS alleged, occurred, station, base, [event, base] AS first
}

// Every simple path of command links from that unit (level 0) upwards, that could hold then.
MATCH chain = (at_event)((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command']->(:Unit)){0,12}(unit:Unit)
WITH *, nodes(chain) AS units, first + relationships(chain) AS held
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND all(x IN held WHERE all(y IN held WHERE x.possible_from < y.possible_to))

// Where the path could go on then.
WITH *, COLLECT {
  MATCH (unit)-[n:SUBORDINATE_TO]->(above:Unit)
  WHERE all(x IN held WHERE n.possible_from < x.possible_to AND x.possible_from < n.possible_to)
  RETURN CASE WHEN coalesce(n.relation, 'unknown') = 'unknown' THEN 'unknown'
              WHEN n.relation <> 'command' THEN 'other'
              WHEN any(u IN units WHERE u = above) THEN 'back'
              ELSE 'on' END } AS onward
WITH *, size([o IN onward WHERE o = 'on']) AS ways
OPTIONAL MATCH (unit)<-[posting:POSTED_TO]-(commander:Person)
WHERE posting.function = 'commander' AND coalesce(unit.kind <> 'unknown', true)
  AND all(x IN held WHERE posting.possible_from < x.possible_to AND x.possible_from < posting.possible_to)
RETURN tie, at_event, alleged.role AS role, alleged.recognised_by AS recognised_by, size(units) - 1 AS level, unit, commander,
  CASE WHEN posting IS NOT NULL THEN coalesce(posting.acting, false) END AS acting,
  CASE WHEN ways > 0 AND size(units) = 13 THEN 'cut'
       WHEN ways = 1 THEN null
       WHEN ways > 1 THEN 'fork'
       WHEN 'back' IN onward THEN 'cycle'
       WHEN 'unknown' IN onward OR unit.kind = 'unknown' THEN 'gap'
       WHEN 'other' IN onward THEN 'other'
       ELSE 'top' END AS end,
  event, station, alleged, occurred, base, posting, chain
ORDER BY tie, at_event.id, alleged.id, occurred.id, base.id, level, [n IN units | n.id], [x IN relationships(chain) | x.id],
  commander.id, posting.id
