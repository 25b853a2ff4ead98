// /// query
// title    = "With whom this person was held"
// question = "Which persons were held at the same stations at the same times as this one, and could corroborate?"
// element  = "evidence/corroboration"
// caveat   = "Shows the same place and time, not that they met, saw or heard each other. covers says whether the time in common could be all of this person's stay."
// related  = ["colocation/co_detained", "colocation/custody_chain"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The person who was held, by id or by name"
//
// [columns]
// other        = "node"
// station      = "node"
// since        = "time"
// until        = "time"
// covers       = "bool"
// certain_days = "int"
// certainty    = "text"
// gap_days     = "int"
// person       = "node"
// stay         = "rel"
// other_stay   = "rel"
// claims       = "claims"
// ///

// The time asked about is that of each stay of the person.
MATCH (person:Person {id: $person})-[stay:HELD_AT]->(station:Station)
WITH person, stay, station, stay.possible_from AS asked_from, stay.possible_to AS asked_to
MATCH (station)<-[other_stay:HELD_AT]-(other:Person)
WHERE other <> person AND other_stay.possible_from < asked_to AND asked_from < other_stay.possible_to
WITH *, [stay, other_stay] AS members,
     CASE WHEN other_stay.possible_from > asked_from THEN other_stay.possible_from ELSE asked_from END AS since,
     CASE WHEN other_stay.possible_to < asked_to THEN other_stay.possible_to ELSE asked_to END AS until,
     CASE WHEN other_stay.certain_from > stay.certain_from THEN other_stay.certain_from ELSE stay.certain_from END AS both_from,
     CASE WHEN other_stay.certain_to < stay.certain_to THEN other_stay.certain_to ELSE stay.certain_to END AS both_to,
     coalesce(stay.certain_from < other_stay.certain_to AND other_stay.certain_from < stay.certain_to, false) AS meet

// Of each member: days to the far end of its nearest citation, from the stay.
WITH *, [x IN members | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of the stay, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN members WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN members | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN members | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN members WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN members WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN other, station, since, until, since = asked_from AND until = asked_to AS covers,
  CASE WHEN meet THEN duration.inDays(both_from, both_to).days ELSE 0 END AS certain_days,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  person, stay, other_stay,
  coalesce(stay.claims, []) + coalesce(other_stay.claims, []) AS claims
ORDER BY other.id, since, until, stay.id, other_stay.id
