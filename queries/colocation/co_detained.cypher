// /// query
// title    = "Who was held here together"
// question = "Which persons were held at this station at the same time, and could corroborate each other?"
// element  = "evidence/corroboration"
// caveat   = "Shows the same place and time, not that they met, saw or heard each other."
// related  = ["command/commanders_at_station"]
//
// [params.station]
// type = "id"
// of   = "Station"
// help = "The station, by id or by name"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [columns]
// one          = "node"
// other        = "node"
// station      = "node"
// since        = "time"
// until        = "time"
// covers       = "bool"
// certain_days = "int"
// certainty    = "text"
// gap_days     = "int"
// one_stay     = "rel"
// other_stay   = "rel"
// claims       = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (station:Station {id: $station})<-[stay:HELD_AT]-(person:Person)
WHERE stay.possible_from < asked_to AND asked_from < stay.possible_to

// What is asked of each stay is worked out once, before stays are paired. Limits are cut to the period asked about;
// `whole`: the stay's possible range lies in it uncut; `days`: the cited periods that are exactly one day.
WITH asked_from, asked_to, station, person, stay,
     reduce(near = null, far IN
  [i IN range(0, size(coalesce(stay.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(stay.cited_from[i], asked_from).days, duration.inDays(asked_to, stay.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END) AS gap
ORDER BY person.id, stay.id // here, because sorting the pairs would hold all of them in memory
WITH asked_from, asked_to, station, collect({
  person: person, id: person.id, stay: stay, gap: gap,
  pf: CASE WHEN stay.possible_from > asked_from THEN stay.possible_from ELSE asked_from END,
  pt: CASE WHEN stay.possible_to < asked_to THEN stay.possible_to ELSE asked_to END,
  cf: CASE WHEN stay.certain_from > asked_from THEN stay.certain_from WHEN stay.certain_from IS NULL THEN null ELSE asked_from END,
  ct: CASE WHEN stay.certain_to < asked_to THEN stay.certain_to WHEN stay.certain_to IS NULL THEN null ELSE asked_to END,
  whole: asked_from <= stay.possible_from AND stay.possible_to <= asked_to,
  disputed: coalesce(stay.disputed, false),
  bridged: coalesce(stay.bridged, false),
  days: [i IN range(0, size(coalesce(stay.cited_from, [])) - 1)
         WHERE stay.cited_from[i] = localdatetime.truncate('day', stay.cited_from[i])
           AND stay.cited_to[i] = stay.cited_from[i] + duration({days: 1}) | [stay.cited_from[i], stay.cited_to[i]]]
}) AS stays
UNWIND stays AS x
UNWIND [y IN stays WHERE x.id < y.id AND x.pf < y.pt AND y.pf < x.pt] AS y
WITH asked_from, asked_to, station, x, y,
     CASE WHEN x.pf > y.pf THEN x.pf ELSE y.pf END AS since,
     CASE WHEN x.pt < y.pt THEN x.pt ELSE y.pt END AS until,
     CASE WHEN x.cf > y.cf THEN x.cf ELSE y.cf END AS both_from,
     CASE WHEN x.ct < y.ct THEN x.ct ELSE y.ct END AS both_to,
     coalesce(x.cf < y.ct AND y.cf < x.ct AND x.cf < x.ct AND y.cf < y.ct, false) AS meet

// Sure: both cores share a moment of the period, or one core contains all of the other's possible range, inside the period.
WITH *, meet
  OR (x.whole AND coalesce(y.cf <= x.pf AND x.pt <= y.ct, false))
  OR (y.whole AND coalesce(x.cf <= y.pf AND y.pt <= x.ct, false)) AS sure
RETURN x.person AS one, y.person AS other, station, since, until, since = asked_from AND until = asked_to AS covers,
  CASE WHEN meet THEN duration.inDays(both_from, both_to).days ELSE 0 END AS certain_days,
  CASE WHEN NOT sure OR x.disputed OR y.disputed THEN 'possible'
       WHEN (NOT x.bridged OR any(d IN x.days WHERE d[0] <= since AND until <= d[1]))
        AND (NOT y.bridged OR any(d IN y.days WHERE d[0] <= since AND until <= d[1])) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  CASE WHEN x.gap IS NULL OR y.gap IS NULL THEN null WHEN x.gap > y.gap THEN x.gap ELSE y.gap END AS gap_days,
  x.stay AS one_stay, y.stay AS other_stay,
  coalesce(x.stay.claims, []) + coalesce(y.stay.claims, []) AS claims
