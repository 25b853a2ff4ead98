// /// query
// title    = "What contradicts what"
// question = "Which values of a thing or link contradict each other, which links does a source deny, and where did two hold one command at once?"
// element  = "evidence/probative-value"
// caveat   = "Sources that disagree, not errors: an acting commander and the one on leave both held it. Two commands are listed only where both surely stood at one time."
// related  = ["evidence/single_source", "command/holders_of_command"]
//
// [params.label]
// type    = "choice"
// choices = ["any", "Person", "Unit", "Station", "Event"]
// default = "any"
// help    = "Only of things with this label, and links that begin at one"
//
// [grade]
// members = ["terms"]
// beside  = ["spoken"]
// asked   = "always"
//
// [columns]
// what     = { type = "text",  is = "denied, two in command, or a value" }
// thing    = { type = "node",  is = "what it is about, or where the link begins" }
// other    = { type = "node",  is = "where the link ends" }
// property = { type = "text",  is = "in which sources contradict each other" }
// values   = { type = "texts", is = "what they say" }
// link     = "rel"
// against  = "rel"
// terms    = "things"
// spoken   = "things"
// ///

WITH $label AS label
CALL (label) {
  // A thing of which sources say different values; a link between two that became one thing stands there too.
  MATCH (thing:Person|Unit|Station|Event)
  WHERE size(coalesce(thing.conflicts, [])) > 0 AND (label = 'any' OR label IN labels(thing))
  UNWIND thing.conflicts AS property
  RETURN 3 AS place, 'value' AS what, thing, null AS other, property, null AS link, null AS against, [thing] AS spoken
  UNION ALL
  MATCH (thing:Person|Unit|Station|Event)-[link]->(other:Person|Unit|Station|Event)
  WHERE size(coalesce(link.conflicts, [])) > 0 AND (label = 'any' OR label IN labels(thing))
  UNWIND link.conflicts AS property
  RETURN 4 AS place, 'value' AS what, thing, other, property, link, null AS against, [link] AS spoken
  UNION ALL
  MATCH (thing:Person|Unit|Station|Event)-[link]->(other:Person|Unit|Station|Event)
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

// What each source says of the property in question; of a denial, that it is denied, and whether anybody asserts it.
WITH *, COLLECT {
    UNWIND CASE WHEN property IS NULL THEN [] ELSE spoken END AS x
    WITH x.id AS id, property
    MATCH (claim:Claim {about: id})
    WHERE claim.property = property AND coalesce(claim.status <> 'withdrawn', true)
    RETURN DISTINCT CASE WHEN property = 'exists' THEN claim.polarity ELSE claim.value END AS value ORDER BY value } AS values
RETURN what, thing, other, property,
  // A denial may be about several links, and stand at another of them.
  CASE WHEN what = 'denied' AND NOT 'denies' IN values THEN values + 'denies' ELSE values END AS values,
  link, against, CASE WHEN what = 'two in command' THEN spoken ELSE [] END AS terms, spoken
ORDER BY place, thing.id, other.id, property, link.id, against.id
