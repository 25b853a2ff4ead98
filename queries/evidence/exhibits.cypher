// /// query
// title    = "What do we hold"
// question = "How many documents, pages, photographs, films and medical papers are there for each casefile, station or event, and which have none?"
// evidence = ["spoken"]
// element  = "evidence/chain-of-custody"
// caveat   = "Counts sources as they were recorded, by what their kind is called; a source that is not held is counted apart. Copies of one origin are several exhibits and one origin."
// related  = ["evidence/hygiene", "evidence/single_source"]
//
// [params.by]
// type    = "choice"
// choices = ["casefile", "station", "event"]
// default = "casefile"
// help    = "Counted for each casefile; for each station, what shows it or speaks of it; or for each event, what speaks of it"
//
// [columns]
// thing       = { type = "node", is = "the casefile, station or event" }
// person      = { type = "node", is = "whose casefile it is" }
// sources     = { type = "int",  is = "how many sources" }
// documents   = { type = "int",  is = "of these, neither photographs nor films" }
// pages       = "int"
// photographs = "int"
// films       = "int"
// medical     = "int"
// held        = { type = "int",  is = "of the sources, those that are in the case" }
// origins     = { type = "int",  is = "how many independent origins they have" }
// spoken      = "things"
// ///

WITH $by AS by
CALL (by) {
  MATCH (thing:Casefile)
  WHERE by = 'casefile'
  OPTIONAL MATCH (thing)-[:ABOUT]->(person:Person)
  WITH thing, min(person.id) AS person
  RETURN thing, person, COLLECT { MATCH (thing)<-[:IN_FILE]-(source:Source) RETURN source } AS found,
    COLLECT { MATCH (thing)<-[filed:IN_FILE]-(:Source) RETURN filed } AS filing
  UNION ALL
  // What shows the station, and what the claims about it, and about stays, events and bases there, rely on.
  MATCH (thing:Station)
  WHERE by = 'station'
  RETURN thing, null AS person, COLLECT { MATCH (thing)<-[:SHOWS]-(source:Source) RETURN source } + COLLECT {
    MATCH (thing)-[link:HELD_AT|OCCURRED_AT|PRESENT_AT|BASED_AT]-()
    WITH link.id AS id
    MATCH (:Claim {about: id})-[:CITES]->(source:Source) RETURN DISTINCT source } AS found,
    COLLECT { MATCH (thing)<-[link:SHOWS|HELD_AT|OCCURRED_AT|PRESENT_AT|BASED_AT]-() RETURN link } AS filing
  UNION ALL
  // What the claims about the event, and about who suffered, did or saw it, rely on; and what findings attributed to it do.
  MATCH (thing:Event)
  WHERE by = 'event'
  RETURN thing, null AS person, COLLECT {
    WITH thing.id AS id
    MATCH (:Claim {about: id})-[:CITES]->(source:Source) RETURN source } + COLLECT {
    MATCH (thing)-[link:SUFFERED|WITNESSED|ALLEGED_IN|OCCURRED_AT|ATTRIBUTED_TO]-()
    WITH link.id AS id
    MATCH (:Claim {about: id})-[:CITES]->(source:Source) RETURN DISTINCT source } AS found,
    COLLECT { MATCH (thing)-[link:SUFFERED|WITNESSED|ALLEGED_IN|OCCURRED_AT|ATTRIBUTED_TO]-() RETURN link } AS filing
}
OPTIONAL MATCH (about:Person {id: person})
WITH thing, about, filing, COLLECT { UNWIND found AS s RETURN DISTINCT s } AS found
WITH thing, about, filing, [s IN found | {
  pages: coalesce(s.pages, 0), held: s.sha256 IS NOT NULL, origin: coalesce(s.origin, s.id), kind: toLower(coalesce(s.kind, ''))}]
  AS found
WITH *, [s IN found WHERE any(word IN ['photo', 'фото', 'foto', 'image'] WHERE s.kind CONTAINS word)] AS photographs,
  [s IN found WHERE any(word IN ['video', 'film', 'видео', 'відэа', 'відео', 'vídeo'] WHERE s.kind CONTAINS word)] AS films,
  [s IN found WHERE any(word IN ['medic', 'forensic', 'hospital', 'медиц', 'медыц', 'médic', 'exam'] WHERE s.kind CONTAINS word)]
    AS medical
RETURN thing, about AS person, size(found) AS sources,
  size(found) - size(photographs) - size(films) AS documents,
  reduce(n = 0, s IN found | n + s.pages) AS pages,
  size(photographs) AS photographs, size(films) AS films, size(medical) AS medical,
  size([s IN found WHERE s.held]) AS held,
  size(COLLECT { UNWIND found AS s RETURN DISTINCT s.origin }) AS origins,
  [thing] + filing AS spoken
ORDER BY sources, thing.id
