// /// query
// title    = "Where else it was done the same way"
// question = "Which events share these methods, at which stations, and which units were alleged or based there?"
// element  = "crimes-against-humanity/systematic"
// caveat   = "Alike is not ordered: the same methods do not prove a common command. Counts only what was recorded, in the words recorded. stations and events count the whole answer, rows left out below included."
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
// least   = 1
// help    = "How many of the methods an event has at least; all of them where fewer are given"
//
// [grade]
// members = ["event"]
// others  = ["occurred"]
// beside  = ["spoken"]
// asked   = "period"
// covers  = "event"
// order   = ["station", "since", "until", "event", "occurred"]
//
// [columns]
// station   = { type = "node",  is = "where it was done" }
// event     = { type = "node",  is = "an event with so many of the methods" }
// kind      = "text"
// shared    = { type = "texts", is = "which of the methods asked for, in small letters" }
// other     = { type = "texts", is = "which others" }
// victims   = { type = "int", count = "suffering", by = ["event"], is = "how many persons suffered it" }
// alleged   = { type = "texts", is = "units that sources name" }
// based     = { type = "texts", is = "units based there in that time, which may have had nothing to do with it" }
// stations  = { type = "int", count = "station", once = "event", anywhere = true, open = "through", is = "at how many stations in all; each event is at one" }
// events    = { type = "int", count = "itself", open = "through", is = "how many events in all, wherever they were; a raid and the beatings in it count once: so many beatings, at least one raid" }
// occurred  = "rel"
// spoken    = "things"
// suffering = "things"
// itself    = "things"
// through   = { type = "texts", hidden = true }
// ///

WITH COLLECT { UNWIND split($methods, ';') AS word WITH toLower(trim(word)) AS word WHERE word <> ''
               RETURN DISTINCT word ORDER BY word } AS asked
WITH asked, CASE WHEN $min_shared > size(asked) THEN size(asked) WHEN $min_shared < 1 THEN 1 ELSE $min_shared END AS least
MATCH (event:Event)
WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
WITH *, [m IN coalesce(event.methods, []) | toLower(trim(m))] AS words
WHERE least > 0 AND size([a IN asked WHERE a IN words]) >= least
OPTIONAL MATCH (event)-[occurred:OCCURRED_AT]->(station:Station)
WITH *,
  COLLECT { UNWIND coalesce($alike[event.id], [event.id]) AS id
            MATCH (:Event {id: id})<-[s:SUFFERED]-(p:Person)
            RETURN [s.id, p.id, coalesce(s.disputed, false), coalesce(p.identified = 'described', false),
                    CASE WHEN id <> event.id THEN 'comes' END, [event]] } AS suffering,
  COLLECT { MATCH (event)<-[a:ALLEGED_IN]-(unit:Unit) WHERE coalesce(unit.kind <> 'unknown', true) RETURN a } AS alleging,
  COLLECT { MATCH (station)<-[b:BASED_AT]-(unit:Unit)
            WHERE coalesce(unit.kind <> 'unknown', true) AND b.possible_from < event.possible_to AND event.possible_from < b.possible_to
              AND ($from IS NULL OR $from < b.possible_to) AND ($to IS NULL OR b.possible_from < $to)
            RETURN b } AS basing
RETURN station, event, event.kind AS kind,
  COLLECT { UNWIND words AS m WITH m WHERE m IN asked RETURN DISTINCT m ORDER BY m } AS shared,
  COLLECT { UNWIND words AS m WITH m WHERE NOT m IN asked RETURN DISTINCT m ORDER BY m } AS other,
  COLLECT { UNWIND alleging AS a WITH startNode(a) AS unit, coalesce(a.disputed, false) AS disputed
            RETURN DISTINCT coalesce(unit.name, unit.id) + CASE WHEN disputed THEN ' (disputed)' ELSE '' END AS name
            ORDER BY name } AS alleged,
  COLLECT { UNWIND basing AS b WITH startNode(b) AS unit, coalesce(b.disputed, false) AS disputed
            RETURN DISTINCT coalesce(unit.name, unit.id) + CASE WHEN disputed THEN ' (disputed)' ELSE '' END AS name
            ORDER BY name } AS based,
  occurred, [s IN suffering WHERE s[4] IS NULL | s[0]] + [s IN alleging + basing | s.id] AS spoken, suffering,
  [[event.id, event.id, false, false, null, [event]]] AS itself, // whoever denies where it was does not deny that it was
  // What comes with an event that may be one with it: places, methods.
  CASE WHEN $alike[event.id] IS NULL THEN [] ELSE ['Event'] END AS through
ORDER BY station.id, event.possible_from, event.id, occurred.id
