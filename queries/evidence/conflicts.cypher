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
// [columns]
// what      = "text"
// thing     = "node"
// other     = "node"
// property  = "text"
// values    = "texts"
// since     = "time"
// until     = "time"
// certainty = "text"
// gap_days  = "int"
// link      = "rel"
// against   = "rel"
// claims    = "claims"
// ///

WITH $label AS label
CALL (label) {
  // A thing of which sources say different values; a link between two that became one thing stands there too.
  MATCH (thing:Person|Unit|Station|Event)
  WHERE size(coalesce(thing.conflicts, [])) > 0 AND (label = 'any' OR label IN labels(thing))
  UNWIND thing.conflicts AS property
  RETURN 3 AS place, 'value' AS what, thing, null AS other, property, null AS link, null AS against, thing.claims AS told
  UNION ALL
  MATCH (thing:Person|Unit|Station|Event)-[link]->(other:Person|Unit|Station|Event)
  WHERE size(coalesce(link.conflicts, [])) > 0 AND (label = 'any' OR label IN labels(thing))
  UNWIND link.conflicts AS property
  RETURN 4 AS place, 'value' AS what, thing, other, property, link, null AS against, link.claims AS told
  UNION ALL
  MATCH (thing:Person|Unit|Station|Event)-[link]->(other:Person|Unit|Station|Event)
  WHERE coalesce(link.disputed, false) AND (label = 'any' OR label IN labels(thing))
  RETURN 1 AS place, 'denied' AS what, thing, other, 'exists' AS property, link, null AS against, link.claims AS told
  UNION ALL
  MATCH (other:Unit)<-[link:POSTED_TO]-(thing:Person)
  WHERE link.function = 'commander' AND (label = 'any' OR label IN ['Person', 'Unit']) AND link.certain_from IS NOT NULL
    AND coalesce(other.kind, 'real') = 'real'
  MATCH (other)<-[against:POSTED_TO]-(rival:Person)
  WHERE against.function = 'commander' AND thing.id < rival.id
    AND link.certain_from < against.certain_to AND against.certain_from < link.certain_to
  RETURN 2 AS place, 'two in command' AS what, thing, other, null AS property, link, against,
    coalesce(link.claims, []) + coalesce(against.claims, []) AS told
}

// What each source says of the property in question; of a denial, who denies and who asserts.
WITH *, COLLECT {
  UNWIND CASE WHEN property IS NULL THEN [] ELSE coalesce(told, []) END AS id
  MATCH (claim:Claim {id: id})
  WHERE claim.property = property AND coalesce(claim.status <> 'withdrawn', true)
  RETURN DISTINCT CASE WHEN property = 'exists' THEN claim.polarity ELSE claim.value END AS value ORDER BY value } AS values,
  [x IN [link, against] WHERE x IS NOT NULL AND what = 'two in command'] AS members
WITH *,
  reduce(f = null, x IN members | CASE WHEN f IS NULL OR x.possible_from > f THEN x.possible_from ELSE f END) AS since,
  reduce(t = null, x IN members | CASE WHEN t IS NULL OR x.possible_to < t THEN x.possible_to ELSE t END) AS until
RETURN what, thing, CASE WHEN what = 'two in command' THEN endNode(link) ELSE other END AS other, property, values, since, until,
  CASE WHEN what <> 'two in command' THEN null
       WHEN any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  null AS gap_days, link, against,
  COLLECT { UNWIND coalesce(told, []) AS c RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY place, thing.id, other.id, property, link.id, against.id
