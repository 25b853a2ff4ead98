// /// query
// title    = "The same methods in many places, under one superior"
// question = "Which methods were used together at several stations in the period, by which units, and who is the nearest superior they had in common?"
// element  = "crimes-against-humanity/policy"
// caveat   = "Alike is not ordered: shows the same recorded methods under one formal superior, not that a policy was decided; formal authority, not effective control. A set is two methods, with whatever else all of those events share. Counts are of the whole answer for that superior and set, rows left out below included; of_events and of_victims count what is recorded at those stations with any method. An event that is told at two places was at one of them."
// related  = ["command/operation_footprint", "command/lowest_common_superior", "pattern/modus_operandi"]
//
// [params.period]
// type = "period"
// help = "The period in which it was done: a night, a week; a limit left out is open"
//
// [params.min_stations]
// type    = "int"
// default = 2
// least   = 1
// help    = "At how many stations, at least"
//
// [grade]
// groups  = "ways"
// parts   = ["chain", "event", "alleged", "occurred", "suffering", "away"]
// members = ["chain", "event"]
// others  = ["alleged", "occurred"]
// beside  = ["suffering", "away"]
// asked   = "period"
// order   = ["-stations", "-events", "methods", "superior", "unit", "station"]
//
// [nearest]
// of    = "superior"
// over  = ["unit", "station"]
// level = "level"
// each  = ["methods"]
//
// [columns]
// superior      = { type = "node",  is = "who could have ordered all of it; nobody known stands nearer to these units" }
// methods       = { type = "texts", is = "what all these events have in common" }
// stations      = { type = "int", count = "station", by = ["superior", "methods"], once = "ways.event", least = "min_stations", anywhere = true, open = "through", is = "at how many stations; each event is at one" }
// sure_stations = { type = "int", count = "station", by = ["superior", "methods"], once = "ways.event", grade = "assumed", anywhere = true, is = "at how many of these surely in the period and under it" }
// units         = { type = "int", count = "unit", by = ["superior", "methods"], anywhere = true, open = "among", is = "by how many units; a unit that nobody can name may be any" }
// days          = { type = "int",   is = "on how many days, of the events known to lie on one; as told now, without a range" }
// events        = { type = "int", count = "ways.event", by = ["superior", "methods"], anywhere = true, open = "through", is = "in how many events; a raid and the beatings in it count once: so many beatings, at least one raid" }
// of_events     = { type = "int", count = "recorded", by = ["superior", "methods"], open = "beside", is = "of how many events with any method recorded at these stations in the period" }
// victims       = { type = "int", count = "ways.suffering", by = ["superior", "methods"], anywhere = true, open = "through", is = "how many persons suffered them" }
// of_victims    = { type = "int", count = "harmed", by = ["superior", "methods"], open = "beside", is = "of how many who suffered any of those" }
// level         = { type = "int",   is = "how many links it stands above the unit" }
// unit          = { type = "node",  is = "a unit alleged to have acted so" }
// station       = { type = "node",  is = "where" }
// elsewhere     = { type = "texts", is = "other stations at which sources place such an event, too; it was at one of them" }
// acts          = { type = "int", count = "ways.event", open = "through", is = "in how many events there" }
// ways          = "groups"
// recorded      = "things"
// harmed        = "things"
// through       = { type = "texts", hidden = true }
// among         = { type = "texts", hidden = true }
// beside        = { type = "texts", hidden = true }
// event         = { type = "node", of = "ways.event", is = "the event that is shown: the surest" }
// alleged       = { type = "rel", of = "ways.alleged" }
// occurred      = { type = "rel", of = "ways.occurred" }
// chain         = { type = "path", of = "ways.chain" }
// ///

MATCH (event:Event)<-[alleged:ALLEGED_IN]-(unit:Unit)
WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
  AND size(coalesce(event.methods, [])) > 1 AND coalesce(unit.kind <> 'unknown', true)
MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
WITH unit, collect([event, alleged, occurred, station,
  COLLECT { UNWIND event.methods AS m WITH toLower(trim(m)) AS m WHERE m <> '' RETURN DISTINCT m ORDER BY m }]) AS acts

// Every simple path of command links upwards from the unit itself (level 0), that each could hold in the period together;
// and the events that could have happened while it held.
MATCH chain = (unit)
  ((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command'
     AND ($from IS NULL OR $from < r.possible_to) AND ($to IS NULL OR r.possible_from < $to)]->(:Unit)){0,12}
  (superior:Unit)
WITH acts, unit, superior, chain, nodes(chain) AS units, relationships(chain) AS links
WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  AND all(x IN links WHERE all(y IN links WHERE x.possible_from < y.possible_to))
UNWIND acts AS act
WITH superior, unit, chain, links, act, act[0] AS event
WHERE all(x IN links WHERE x.possible_from < event.possible_to AND event.possible_from < x.possible_to)
WITH superior, {unit: unit, station: act[3], words: act[4], event: event, level: size(links),
  way: [chain, event, act[1], act[2]]} AS hit

// Each two methods of an event; the events under the superior that show both; and what else all of these share.
UNWIND hit.words AS one
UNWIND [w IN hit.words WHERE one < w] AS other
WITH superior, one, other, collect(hit) AS hits
WITH superior, hits, reduce(common = null, h IN hits |
  CASE WHEN common IS NULL THEN h.words ELSE [w IN common WHERE w IN h.words] END) AS methods
WITH superior, methods, head(collect(hits)) AS hits
WITH *, COLLECT { UNWIND hits AS h WITH h.station AS s RETURN DISTINCT s } AS places,
  COLLECT { UNWIND hits AS h WITH h.event AS e RETURN DISTINCT e } AS happened
WHERE size(places) >= $min_stations

// Denominators: what is recorded at these stations in the period with any method, and who suffered it.
WITH *, COLLECT { UNWIND places AS s MATCH (s)<-[o:OCCURRED_AT]-(e:Event)
                  WHERE ($from IS NULL OR $from < e.possible_to) AND ($to IS NULL OR e.possible_from < $to)
                    AND size(coalesce(e.methods, [])) > 0
                  RETURN [o.id, e.id, coalesce(o.disputed, false), false,
                    CASE WHEN EXISTS { UNWIND coalesce($alike[e.id], [e.id]) AS id
                                       MATCH (:Event {id: id})-[:OCCURRED_AT]->(other:Station)
                                       WHERE NOT other IN places } THEN 'goes' END, [e]] } AS recorded
WITH superior, methods, hits, size(places) AS stations, size(happened) AS events, recorded,
  // Days: of the events whose whole range lies on one.
  size(COLLECT { UNWIND happened AS e WITH e, localdatetime.truncate('day', e.possible_from) AS day
                 WHERE e.possible_to <= day + duration({days: 1}) RETURN DISTINCT day }) AS days,
  COLLECT { UNWIND recorded AS r WITH r[0] AS at, r[1] AS id, r[2] AS denied, r[4] AS goes MATCH (e:Event {id: id})<-[s:SUFFERED]-(p:Person)
            RETURN [CASE WHEN s.disputed THEN [s.id] ELSE [] END + CASE WHEN denied THEN [at] ELSE [] END, p.id, denied OR coalesce(s.disputed, false), coalesce(p.identified = 'described', false), goes, [e]] } AS harmed
UNWIND hits AS h
WITH superior, methods, stations, days, events, recorded, harmed, h.unit AS unit, h.station AS station, h.event AS event,
  h.level AS level, h.way AS way
WITH superior, methods, stations, days, events, recorded, harmed, unit, station, min(level) AS level,
  collect([way[0], event, way[2], way[3], COLLECT {
    MATCH (event)<-[s:SUFFERED]-(p:Person)
    RETURN [s.id, p.id, coalesce(s.disputed, false), coalesce(p.identified = 'described', false)] }, COLLECT {
    MATCH (event)-[at:OCCURRED_AT]->(other:Station) WHERE other <> station RETURN at.id }]) AS ways
WITH superior, methods, stations, days, events, recorded, harmed, collect([level, unit, station, ways]) AS whole
UNWIND range(0, size(whole) - 1) AS at
WITH *, whole[at] AS own
WITH *, COLLECT { UNWIND own[3] AS w WITH w[1] AS event, own[2] AS here
  MATCH (event)-[placed:OCCURRED_AT]->(other:Station) WHERE other <> here
  RETURN DISTINCT coalesce(other.name, other.id) + CASE WHEN coalesce(placed.disputed, false) THEN ' (disputed)' ELSE '' END AS name
  ORDER BY name } AS elsewhere
// Counted over all rows of a superior and a set of methods: the first of them carries it.
RETURN superior, methods, days, own[0] AS level, own[1] AS unit, own[2] AS station, elsewhere, own[3] AS ways,
  CASE WHEN at = 0 THEN recorded ELSE [] END AS recorded, CASE WHEN at = 0 THEN harmed ELSE [] END AS harmed,
  // By which more come under a superior, and more are recorded at these stations.
  ['Event', 'Unit'] AS through, ['Event', 'Unit'] + COLLECT {
    UNWIND own[3] AS w WITH w[1] AS e MATCH (e)<-[:ALLEGED_IN]-(u:Unit) WHERE u.kind = 'unknown' RETURN 'anything' } AS among, ['Event', 'Station', 'Unit'] AS beside
ORDER BY stations DESC, events DESC, methods, superior.id, unit.id, station.id
