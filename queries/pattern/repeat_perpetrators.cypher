// /// query
// title    = "Who returns"
// question = "Which persons and units are alleged in several events with different victims, told by independent origins?"
// evidence = ["spoken"]
// element  = "crimes-against-humanity/systematic"
// caveat   = "Independent events are counted one after another, each with victims and origins that no counted one has. Those that are parts of one larger event are one in independent_least. Alleged, not proved; a man described in two ways is two rows. A unit that nobody could name is left out: it may be another one each time."
// related  = ["pattern/perpetrator_events", "pattern/unidentified_perpetrators"]
//
// [params.min_events]
// type    = "int"
// default = 2
// least   = 1
// help    = "How many independent events at least, with those that a source denies"
//
// [columns]
// who         = { type = "node",  is = "a person or unit alleged in several events" }
// independent = { type = "int", apart = "told", is = "so many of them, counted one after another, share neither a victim nor an origin with another; those of which every allegation, or every victim, is denied count last. At least so many, if parts of one larger event are one; at most as many as there are events, victims and origins" }
// events      = { type = "int", count = "alleged", by = ["who"], is = "of so many in all; a raid and the beatings in it count once: so many beatings, at least one raid" }
// victims     = { type = "int", count = "suffering", by = ["who"], is = "how many persons suffered them" }
// origins     = { type = "int",   is = "how many independent origins the allegations have; as told now, without a range" }
// stations    = { type = "texts", is = "where" }
// first       = { type = "time",  is = "when the first can have begun" }
// last        = { type = "time",  is = "when the last can have ended" }
// counted     = { type = "texts", is = "the ids of the events counted as independent" }
// spoken      = "things"
// told        = "things"
// alleged     = "things"
// suffering   = "things"
// ///

MATCH (event:Event)<-[allegation:ALLEGED_IN]-(who:Person|Unit)
WHERE NOT coalesce(who.kind, 'real') IN ['unknown', 'unnamed'] // of whom nobody knows that they are one and the same
WITH who, event, collect(allegation) AS allegations
WITH who, collect({event: event, allegations: allegations}) AS all_events
WHERE size(all_events) >= $min_events AND $min_events > 0
UNWIND all_events AS x
WITH who, x.event AS event, x.allegations AS allegations
WITH who, event, allegations, all(a IN allegations WHERE coalesce(a.disputed, false)) AS denied,
  COLLECT { MATCH (event)<-[s:SUFFERED]-(p:Person)
            RETURN [s.id, p.id, coalesce(s.disputed, false), coalesce(p.identified = 'described', false)] } AS suffering,
  COLLECT { UNWIND allegations AS a
            WITH a.id AS id
            MATCH (claim:Claim {about: id})-[:CITES]->(source:Source)
            WHERE claim.polarity = 'asserts' AND coalesce(claim.status <> 'withdrawn', true)
            RETURN DISTINCT coalesce(source.origin, source.id) } AS origins
WITH *, COLLECT { UNWIND suffering AS s RETURN DISTINCT s[1] } AS victims,
  // An event is not independent of one that it is part of.
  COLLECT { MATCH (event)((:Event)-[part:PART_OF WHERE NOT coalesce(part.disputed, false)]->(:Event)){1,12}(whole:Event)
            RETURN whole.id } + COLLECT {
            MATCH (event)((:Event)<-[part:PART_OF WHERE NOT coalesce(part.disputed, false)]-(:Event)){1,12}(within:Event)
            RETURN within.id } AS kin,
  COLLECT { UNWIND allegations AS a
            WITH a.id AS id, coalesce(a.disputed, false) AS disputed
            WHERE NOT disputed
            MATCH (claim:Claim {about: id})-[:CITES]->(source:Source)
            WHERE claim.polarity = 'asserts' AND coalesce(claim.status <> 'withdrawn', true)
            RETURN DISTINCT coalesce(source.origin, source.id) } AS undenied,
  // Whoever suffered what may be one with the event.
  COLLECT { UNWIND coalesce($alike[event.id], []) AS id
            MATCH (:Event {id: id})<-[s:SUFFERED]-(p:Person)
            WHERE id <> event.id
            RETURN [s.id, p.id, coalesce(s.disputed, false), coalesce(p.identified = 'described', false), 'comes'] } AS coming
WITH *, denied OR all(s IN suffering WHERE s[2]) AS doubted
ORDER BY who.id, doubted, size(victims), event.id // the greedy count takes events of few victims first: it finds more of them
WITH who, collect({doubted: doubted, id: event.id, event: event, allegations: allegations, denied: denied, victims: victims, origins: origins,
  suffering: suffering, coming: coming, kin: kin, undenied: undenied}) AS told
WITH who, told, reduce(acc = {ids: [], victims: [], origins: []}, x IN told |
  CASE WHEN size(x.victims) = 0 OR size(x.origins) = 0
         OR any(v IN x.victims WHERE v IN acc.victims) OR any(o IN x.origins WHERE o IN acc.origins)
         OR any(k IN x.kin WHERE k IN acc.ids) THEN acc
       ELSE {ids: acc.ids + x.id, victims: acc.victims + x.victims, origins: acc.origins + x.origins} END) AS acc
WHERE size(acc.ids) >= $min_events
RETURN who,
  size(COLLECT { UNWIND told AS x UNWIND x.origins AS o RETURN DISTINCT o }) AS origins,
  COLLECT { UNWIND told AS x WITH x.event AS event MATCH (event)-[:OCCURRED_AT]->(station:Station)
            RETURN DISTINCT coalesce(station.name, station.id) AS name ORDER BY name } AS stations,
  reduce(f = null, x IN told | CASE WHEN f IS NULL OR x.event.possible_from < f THEN x.event.possible_from ELSE f END) AS first,
  reduce(t = null, x IN told | CASE WHEN t IS NULL OR x.event.possible_to > t THEN x.event.possible_to ELSE t END) AS last,
  COLLECT { UNWIND acc.ids AS i RETURN i ORDER BY i } AS counted,
  [x IN told | x.event] + reduce(all = [], x IN told | all + x.allegations) AS spoken,
  [x IN told | [x.id, x.suffering + x.coming, x.origins, x.undenied, x.id IN acc.ids, x.doubted]] AS told,
  reduce(all = [], x IN told | all + [a IN x.allegations | [a.id, x.id, coalesce(a.disputed, false), false, null, [x.event]]]) AS alleged,
  reduce(all = [], x IN told | all + [s IN x.suffering + x.coming |
    [CASE WHEN s[2] THEN [s[0]] ELSE [] END + [a IN x.allegations WHERE coalesce(a.disputed, false) | a.id], s[1], s[2] OR x.denied, s[3], s[4]]]) AS suffering
ORDER BY size(acc.ids) DESC, size(told) DESC, who.id
