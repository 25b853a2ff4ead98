// /// query
// title    = "Which units acted in many places at once"
// question = "Whose units are alleged at several places in the period, where and on which days, and who is the nearest superior they had in common?"
// element  = "crimes-against-humanity/systematic"
// caveat   = "Shows whose units are alleged in many places, not that one order was given; formal authority, not effective control. places, sure_places and units count the whole answer for that superior, rows left out below included. An event that is told at two places was at one of them."
// related  = ["command/lowest_common_superior", "command/chain_down", "pattern/modus_operandi"]
//
// [params.period]
// type = "period"
// help = "The period in which it was done: a night, a week; a limit left out is open"
//
// [params.min_places]
// type    = "int"
// default = 2
// least   = 1
// help    = "At how many stations, at least"
//
// [grade]
// groups  = "ways"
// parts   = ["chain", "event", "alleged", "occurred"]
// members = ["chain", "event"]
// others  = ["alleged", "occurred"]
// asked   = "period"
// order   = ["-places", "superior", "unit", "station"]
//
// [nearest]
// of    = "superior"
// over  = ["unit", "station"]
// level = "level"
// cycle = true
//
// [columns]
// superior    = { type = "node", is = "who could have ordered all of it; nobody known stands nearer to these units" }
// places      = { type = "int", count = "station", by = ["superior"], once = "ways.event", least = "min_places", anywhere = true, open = "through", is = "at how many stations its units are alleged to have acted; each event is at one" }
// sure_places = { type = "int", count = "station", by = ["superior"], once = "ways.event", grade = "assumed", anywhere = true, is = "at how many of these surely in the period and under it" }
// units       = { type = "int", count = "unit", by = ["superior"], anywhere = true, open = "among", is = "by how many units; a unit that nobody can name may be any" }
// level       = { type = "int", is = "how many links it stands above the unit" }
// unit        = { type = "node", is = "a unit alleged to have acted" }
// station     = { type = "node", is = "where" }
// events      = { type = "int", count = "ways.event", open = "through", is = "how many events there; a raid and the beatings in it count once: so many beatings, at least one raid" }
// ways        = "groups"
// among       = { type = "texts", hidden = true }
// through     = { type = "texts", hidden = true }
// event       = { type = "node", of = "ways.event", is = "the event that is shown: the surest" }
// alleged     = { type = "rel", of = "ways.alleged" }
// occurred    = { type = "rel", of = "ways.occurred" }
// chain       = { type = "path", of = "ways.chain" }
// ///

MATCH (event:Event)<-[alleged:ALLEGED_IN]-(unit:Unit)
WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
  AND coalesce(unit.kind <> 'unknown', true)
MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
WITH unit, collect([event, alleged, occurred, station]) AS acts

// Every simple path of command links upwards from the unit itself (level 0), that each could hold in the period together.
MATCH chain = (unit)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]->(:Unit)){0,12}
  (superior:Unit)
WITH acts, unit, superior, chain, nodes(chain) AS units, relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to))

// The events that could have happened while it held; one row for each superior, unit and station.
UNWIND acts AS act
WITH superior, unit, chain, links, act[0] AS event, act[1] AS alleged, act[2] AS occurred, act[3] AS station
WHERE all(x IN links WHERE x.possible_from < event.possible_to AND event.possible_from < x.possible_to)
WITH superior, unit, station, min(size(links)) AS level, collect([chain, event, alleged, occurred]) AS ways
WITH superior, count(DISTINCT station) AS places, collect([unit, station, level, ways]) AS pairs
WHERE places >= $min_places
UNWIND pairs AS pair
RETURN superior, pair[2] AS level, pair[0] AS unit, pair[1] AS station, pair[3] AS ways,
  ['Event', 'Unit'] + COLLECT {
    UNWIND pair[3] AS w WITH w[1] AS e MATCH (e)<-[:ALLEGED_IN]-(u:Unit) WHERE u.kind = 'unknown' RETURN 'anything' } AS among,
  ['Event', 'Unit'] AS through // by which more come under a superior
ORDER BY places DESC, superior.id, unit.id, station.id
