// /// query
// title    = "What contradicts what"
// question = "Which values of a thing or link contradict each other, which event is told at several stations, which links does a source deny, and where did two hold one command at once?"
// element  = "evidence/probative-value"
// caveat   = "Sources that disagree, not errors: an acting commander and the one on leave both held it. Two commands are listed only where both surely stood at one time. An event was at one station: of several that are told, each is only possible. Spellings of a name are listed too. What only a denial tells has no link, and no row."
// related  = ["evidence/single_source", "command/holders_of_command"]
//
// [params.label]
// type    = "choice"
// choices = ["any", "Person", "Unit", "Station", "Area", "Event", "Finding", "Proceeding", "Act", "Casefile", "Source"]
// default = "any"
// help    = "Only of things with this label, and links that begin at one"
//
// [grade]
// members = ["terms"]
// beside  = ["spoken"]
// asked   = "always"
//
// [columns]
// what     = { type = "text",  is = "denied, two in command, told at several stations, linked to itself (two that are one thing now), or a value" }
// thing    = { type = "node",  is = "what it is about, or where the link begins" }
// other    = { type = "node",  is = "where the link ends" }
// property = { type = "text",  is = "in which sources contradict each other; this link: whether there is one at all; of what is linked to itself, the type of that link" }
// values   = { type = "texts", is = "what they say" }
// link     = "rel"
// against  = "rel"
// terms    = "things"
// spoken   = "things"
// ///

WITH $label AS label
CALL (label) {
  // A thing of which sources say different values. A link between two that became one thing stands there too, by its type.
  MATCH (thing:Person|Unit|Station|Area|Event|Finding|Proceeding|Act|Casefile|Source)
  WHERE size(coalesce(thing.conflicts, [])) > 0 AND (label = 'any' OR label IN labels(thing))
  UNWIND thing.conflicts AS property
  WITH thing, property
  WHERE property <> 'OCCURRED_AT'
  RETURN 4 AS place, CASE WHEN property = toUpper(property) THEN 'linked to itself' ELSE 'value' END AS what, thing, null AS other,
    property, null AS link, null AS against, [thing] AS spoken
  UNION ALL
  MATCH (thing:Event)-[told:OCCURRED_AT]->(:Station)
  WHERE 'OCCURRED_AT' IN coalesce(thing.conflicts, []) AND (label = 'any' OR label = 'Event')
  WITH thing, collect(told) AS spoken
  RETURN 3 AS place, 'told at several stations' AS what, thing, null AS other, null AS property, null AS link, null AS against, spoken
  UNION ALL
  MATCH (thing:Person|Unit|Station|Area|Event|Finding|Proceeding|Act|Casefile|Source)-[link]->(other:Person|Unit|Station|Area|Event|Finding|Proceeding|Act|Casefile|Source)
  WHERE size(coalesce(link.conflicts, [])) > 0 AND (label = 'any' OR label IN labels(thing))
  UNWIND link.conflicts AS property
  WITH thing, link, other, property
  WHERE property <> 'OCCURRED_AT'
  RETURN 5 AS place, 'value' AS what, thing, other, property, link, null AS against, [link] AS spoken
  UNION ALL
  MATCH (thing:Person|Unit|Station|Area|Event|Finding|Proceeding|Act|Casefile|Source)-[link]->(other:Person|Unit|Station|Area|Event|Finding|Proceeding|Act|Casefile|Source)
  WHERE coalesce(link.disputed, false) AND (label = 'any' OR label IN labels(thing))
  RETURN 1 AS place, 'denied' AS what, thing, other, 'exists' AS property, link, null AS against, [link] AS spoken
  UNION ALL
  MATCH (other:Unit)<-[link:POSTED_TO]-(thing:Person)
  WHERE link.function = 'commander' AND (label = 'any' OR label IN ['Person', 'Unit']) AND link.certain_from IS NOT NULL
    AND coalesce(other.kind, 'real') = 'real'
  MATCH (other)<-[against:POSTED_TO]-(rival:Person)
  WHERE against.function = 'commander' AND thing.id < rival.id
    AND link.certain_from < against.certain_to AND against.certain_from < link.certain_to
  RETURN 2 AS place, 'two in command' AS what, thing, other, null AS property, link, against, [link, against] AS spoken
}

// What each source says of the property in question; of a denial, that it is denied, and whether anybody asserts it; of an
// event, at which stations it is told.
WITH *, COLLECT {
    MATCH (thing)-[told:OCCURRED_AT]->(station:Station)
    WHERE what = 'told at several stations'
    RETURN DISTINCT coalesce(station.name, station.id) + CASE WHEN coalesce(told.disputed, false) THEN ' (disputed)' ELSE '' END AS name
    ORDER BY name } AS stations
WITH *, COLLECT {
    UNWIND CASE WHEN property IS NULL THEN [] ELSE spoken END AS x
    WITH x.id AS id, property
    MATCH (claim:Claim {about: id})
    WHERE claim.property = property AND coalesce(claim.status <> 'withdrawn', true)
    RETURN DISTINCT CASE WHEN property <> 'exists' THEN claim.value
      WHEN claim.polarity = 'denies' THEN 'denied' ELSE 'asserted' END AS value ORDER BY value } AS values
RETURN what, thing, other, CASE WHEN what = 'denied' THEN 'this link' ELSE property END AS property,
  // A denial may be about several links, and stand at another of them.
  CASE WHEN what = 'denied' AND NOT 'denied' IN values THEN values + 'denied' ELSE stations + values END AS values,
  link, against, CASE WHEN what = 'two in command' THEN spoken ELSE [] END AS terms, spoken
ORDER BY place, thing.id, other.id, property, link.id, against.id
