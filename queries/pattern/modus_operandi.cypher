// /// query
// title    = "Where else it was done the same way"
// question = "Which events share these methods, at which stations, and which units were alleged or based there?"
// element  = "crimes-against-humanity/systematic"
// caveat   = "Alike is not ordered: the same methods do not prove a common command. Counts only what was recorded, in the words recorded; an event told twice and not yet joined counts twice. stations and events count the whole answer, rows left out below included."
// related  = ["colocation/victim_and_officer", "command/commanders_at_station"]
//
// [params.methods]
// type = "text"
// help = "The methods, separated by ; as in \"electric shocks; falanga; wet towel\"; capitals do not matter"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [params.min_shared]
// type    = "int"
// default = 2
// help    = "How many of the methods an event has at least; all of them where fewer are given"
//
// [columns]
// station   = "node"
// event     = "node"
// kind      = "text"
// shared    = "texts"
// other     = "texts"
// since     = "time"
// until     = "time"
// covers    = "bool"
// victims   = "int"
// alleged   = "texts"
// based     = "texts"
// stations  = "int"
// events    = "int"
// certainty = "text"
// gap_days  = "int"
// occurred  = "rel"
// claims    = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to,
     COLLECT { UNWIND split($methods, ';') AS word WITH toLower(trim(word)) AS word WHERE word <> ''
               RETURN DISTINCT word ORDER BY word } AS asked
WITH *, CASE WHEN $min_shared > size(asked) THEN size(asked) WHEN $min_shared < 1 THEN 1 ELSE $min_shared END AS least
MATCH (event:Event)
WHERE event.possible_from < asked_to AND asked_from < event.possible_to
WITH *, [m IN coalesce(event.methods, []) | toLower(trim(m))] AS words
WHERE least > 0 AND size([a IN asked WHERE a IN words]) >= least
OPTIONAL MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
WITH *,
     CASE WHEN event.possible_from > asked_from THEN event.possible_from ELSE asked_from END AS since,
     CASE WHEN event.possible_to < asked_to THEN event.possible_to ELSE asked_to END AS until,
     asked_from <= event.possible_from AND event.possible_to <= asked_to AS whole,
     coalesce(event.certain_from < asked_to AND asked_from < event.certain_to, false) AS core_met,
     coalesce(event.cited_from, []) AS cited_from, coalesce(event.cited_to, []) AS cited_to,
     COLLECT { MATCH (event)<-[s:SUFFERED]-(:Person) RETURN s } AS suffering,
     COLLECT { MATCH (event)<-[a:ALLEGED_IN]-(unit:Unit) WHERE coalesce(unit.kind <> 'unknown', true) RETURN a } AS alleging

// Derived: who was based at the place in that time may have had nothing to do with it.
WITH *, COLLECT {
  MATCH (station)<-[b:BASED_AT]-(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true) AND b.possible_from < until AND since < b.possible_to
  RETURN b } AS basing

// Row by row everything but the two counts, which need the whole answer.
WITH station, event, occurred, since, until, whole,
  COLLECT { UNWIND event.methods AS m WITH m WHERE toLower(trim(m)) IN asked RETURN DISTINCT m ORDER BY m } AS shared,
  COLLECT { UNWIND event.methods AS m WITH m WHERE NOT toLower(trim(m)) IN asked RETURN DISTINCT m ORDER BY m } AS other,
  size(COLLECT { UNWIND suffering AS s RETURN DISTINCT startNode(s).id }) AS victims,
  COLLECT { UNWIND alleging AS a WITH startNode(a) AS unit, coalesce(a.disputed, false) AS disputed
            RETURN DISTINCT coalesce(unit.name, unit.id) + CASE WHEN disputed THEN ' (disputed)' ELSE '' END AS name
            ORDER BY name } AS alleged,
  COLLECT { UNWIND basing AS b WITH startNode(b) AS unit, coalesce(b.disputed, false) AS disputed
            RETURN DISTINCT coalesce(unit.name, unit.id) + CASE WHEN disputed THEN ' (disputed)' ELSE '' END AS name
            ORDER BY name } AS based,
  // Sure: its core meets the period, or all of its possible range lies in it.
  CASE WHEN NOT (core_met OR whole) OR coalesce(occurred.disputed, false) THEN 'possible'
       WHEN NOT coalesce(event.bridged, false) OR any(i IN range(0, size(cited_from) - 1) WHERE
              cited_from[i] <= since AND until <= cited_to[i]
              AND cited_from[i] = localdatetime.truncate('day', cited_from[i])
              AND cited_to[i] = cited_from[i] + duration({days: 1})) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  // Days to the far end of its nearest citation, from the period.
  reduce(near = null, far IN
    [i IN range(0, size(cited_from) - 1) | reduce(most = 0, days IN
      [duration.inDays(cited_from[i], asked_from).days, duration.inDays(asked_to, cited_to[i]).days] |
      CASE WHEN days > most THEN days ELSE most END)] |
    CASE WHEN near IS NULL OR far < near THEN far ELSE near END) AS gap_days,
  COLLECT { UNWIND [event, occurred] + suffering + alleging + basing AS x UNWIND x.claims AS c
            RETURN DISTINCT c ORDER BY c } AS claims

WITH count(DISTINCT station) AS stations, count(DISTINCT event) AS events, collect(
  [station, event, shared, other, since, until, whole, victims, alleged, based, certainty, gap_days, occurred, claims]) AS found
UNWIND found AS r
WITH stations, events, r[0] AS station, r[1] AS event, r
RETURN station, event, event.kind AS kind, r[2] AS shared, r[3] AS other, r[4] AS since, r[5] AS until, r[6] AS covers,
  r[7] AS victims, r[8] AS alleged, r[9] AS based, stations, events, r[10] AS certainty, r[11] AS gap_days, r[12] AS occurred,
  r[13] AS claims
ORDER BY station.id, since, until, event.id, r[12].id
