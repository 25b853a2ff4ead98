// /// query
// title    = "Who served beside this officer"
// question = "Who was at the same stations, or posted to the same units, at the same times as this officer, and for how long?"
// element  = "individual-responsibility/common-purpose"
// caveat   = "Shows the same place or unit and time, not that they worked together or knew what the other did. Read role, function and also_held: a doctor, a visitor or a detainee who was seen there is listed too."
// related  = ["colocation/victim_and_officer", "command/holders_of_command"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The officer, by id or by name"
//
// [params.min_days]
// type    = "int"
// default = 0
// help    = "Whole days they have in common at least; 0: however short"
//
// [columns]
// officer      = "node"
// beside       = "text"
// station      = "node"
// unit         = "node"
// role         = "text"
// post         = "text"
// function     = "text"
// since        = "time"
// until        = "time"
// covers       = "bool"
// most_days    = "int"
// certain_days = "int"
// certainty    = "text"
// gap_days     = "int"
// also_held    = "bool"
// person       = "node"
// own          = "rel"
// other        = "rel"
// claims       = "claims"
// ///

MATCH (person:Person {id: $person})
CALL (person) {
  MATCH (person)-[own:PRESENT_AT]->(station:Station)
  MATCH (station)<-[other:PRESENT_AT]-(officer:Person)
  WHERE officer <> person AND other.possible_from < own.possible_to AND own.possible_from < other.possible_to
  RETURN 'station' AS beside, station, null AS unit, own, other, officer
  UNION ALL
  MATCH (person)-[own:POSTED_TO]->(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)<-[other:POSTED_TO]-(officer:Person)
  WHERE officer <> person AND other.possible_from < own.possible_to AND own.possible_from < other.possible_to
  RETURN 'unit' AS beside, null AS station, unit, own, other, officer
}

// The time asked about is that of the officer's own posting or presence.
WITH *, [own, other] AS members, own.possible_from AS asked_from, own.possible_to AS asked_to,
     CASE WHEN other.possible_from > own.possible_from THEN other.possible_from ELSE own.possible_from END AS since,
     CASE WHEN other.possible_to < own.possible_to THEN other.possible_to ELSE own.possible_to END AS until,
     CASE WHEN other.certain_from > own.certain_from THEN other.certain_from ELSE own.certain_from END AS both_from,
     CASE WHEN other.certain_to < own.certain_to THEN other.certain_to ELSE own.certain_to END AS both_to,
     coalesce(own.certain_from < other.certain_to AND other.certain_from < own.certain_to, false) AS meet
WITH *, duration.inDays(since, until).days AS most_days,
     CASE WHEN meet THEN duration.inDays(both_from, both_to).days ELSE 0 END AS certain_days
WHERE most_days >= $min_days

// Of each member: days to the far end of its nearest citation, from that time.
WITH *, [x IN members | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of that time, or the cores of all but one contain that one's whole possible range;
// and where days are asked for, the cores have as many in common.
WITH *, ($min_days <= 0 OR certain_days >= $min_days) AS long,
  (all(x IN members WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN members | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN members | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN members WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN members WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure
WITH *, sure AND long AS sure

RETURN officer, beside, station, unit, other.role AS role, coalesce(other.post, other.title) AS post, other.function AS function,
  since, until, since = asked_from AND until = asked_to AS covers,
  // Between limits that nobody knows there is no number of days.
  CASE WHEN since = localdatetime('0001-01-01T00:00:00') OR until = localdatetime('9999-12-31T00:00:00') THEN null
       ELSE most_days END AS most_days,
  certain_days,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  CASE WHEN station IS NOT NULL THEN EXISTS {
    MATCH (officer)-[held:HELD_AT]->(station) WHERE held.possible_from < until AND since < held.possible_to } END AS also_held,
  person, own, other,
  coalesce(own.claims, []) + coalesce(other.claims, []) AS claims
ORDER BY officer.id, beside, station.id, unit.id, since, until, own.id, other.id
