// /// query
// title    = "Who was held together longest, anywhere"
// question = "Which persons were held at one station at the same time, over all stations, the surest and longest first?"
// element  = "evidence/corroboration"
// caveat   = "Only the first pairs, as many as --top says: the surest, then those whose stays surely had most days in common. Shows the same place and time, not that they met, saw or heard each other. Two records of one person that nobody joined look like two persons."
// related  = ["colocation/co_detained", "colocation/co_detained_with"]
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [params.top]
// type    = "int"
// default = 100
// help    = "How many pairs of stays are looked at, the surest and longest first"
//
// [columns]
// one          = "node"
// other        = "node"
// station      = "node"
// since        = "time"
// until        = "time"
// covers       = "bool"
// most_days    = "int"
// certain_days = "int"
// certainty    = "text"
// gap_days     = "int"
// one_stay     = "rel"
// other_stay   = "rel"
// claims       = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (station:Station)<-[stay:HELD_AT]-(person:Person)
WHERE stay.possible_from < asked_to AND asked_from < stay.possible_to

// What is asked of each stay is worked out once, before stays are paired. Limits are cut to the period asked about;
// `whole`: the stay's possible range lies in it uncut; `days`: the cited periods that are exactly one day.
WITH asked_from, asked_to, station, {
  person: person, id: person.id, stay: stay,
  gap: reduce(near = null, far IN
  [i IN range(0, size(coalesce(stay.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(stay.cited_from[i], asked_from).days, duration.inDays(asked_to, stay.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END),
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
} AS x

// Two stays share a moment where the later one began in the other. So each stay is put into every two months that it
// could have lasted, and compared there with those that began in them. An unknown limit is drawn to the first and the
// last beginning known at the station: nothing begins beyond.
WITH asked_from, asked_to, station, collect(x) AS stays, max(x.pf) AS latest,
     min(CASE WHEN x.pf > localdatetime('0001-01-01T00:00:00') THEN x.pf END) AS known
UNWIND stays AS x
WITH asked_from, asked_to, station, x, latest, coalesce(known, latest) AS earliest
WITH asked_from, asked_to, station, x,
     CASE WHEN x.pf < earliest THEN earliest ELSE x.pf END AS began,
     CASE WHEN x.pt > latest THEN latest WHEN x.pt < earliest THEN earliest ELSE x.pt END AS ended
WITH asked_from, asked_to, station, x, (began.year * 12 + began.month) / 2 AS at, (ended.year * 12 + ended.month) / 2 AS last
UNWIND range(at, last) AS months
WITH asked_from, asked_to, station, months, collect(x) AS there, collect(CASE WHEN at = months THEN x END) AS begun
UNWIND begun AS x
UNWIND [y IN there WHERE y.pf <= x.pf AND x.pf < y.pt AND y.id <> x.id AND (y.pf < x.pf OR y.stay.id < x.stay.id)] AS y
WITH asked_from, asked_to, station, x, y, x.pf AS since,
     CASE WHEN x.pt < y.pt THEN x.pt ELSE y.pt END AS until,
     coalesce(x.cf < y.ct AND y.cf < x.ct AND x.cf < x.ct AND y.cf < y.ct, false) AS meet

// Sure: both cores share a moment of the period, or one core contains all of the other's possible range, inside the period.
WITH *, meet
  OR (x.whole AND coalesce(y.cf <= x.pf AND x.pt <= y.ct, false))
  OR (y.whole AND coalesce(x.cf <= y.pf AND y.pt <= x.ct, false)) AS sure
WITH *,
  CASE WHEN NOT sure OR x.disputed OR y.disputed THEN 'possible'
       WHEN (NOT x.bridged OR any(d IN x.days WHERE d[0] <= since AND until <= d[1]))
        AND (NOT y.bridged OR any(d IN y.days WHERE d[0] <= since AND until <= d[1])) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  CASE WHEN meet THEN duration.inDays(CASE WHEN x.cf > y.cf THEN x.cf ELSE y.cf END,
                                      CASE WHEN x.ct < y.ct THEN x.ct ELSE y.ct END).days ELSE 0 END AS certain_days,
  // Between limits that nobody knows there is no number of days.
  CASE WHEN (x.stay.possible_from > localdatetime('0001-01-01T00:00:00') OR y.stay.possible_from > localdatetime('0001-01-01T00:00:00'))
        AND (x.stay.possible_to < localdatetime('9999-12-31T00:00:00') OR y.stay.possible_to < localdatetime('9999-12-31T00:00:00'))
       THEN duration.inDays(since, until).days END AS most_days,
  CASE WHEN x.id < y.id THEN x ELSE y END AS one,
  CASE WHEN x.id < y.id THEN y ELSE x END AS other
ORDER BY CASE certainty WHEN 'certain' THEN 1 WHEN 'assumed' THEN 2 ELSE 3 END, certain_days DESC,
  coalesce(most_days, -1) DESC, one.id, other.id, one.stay.id, other.stay.id
LIMIT CASE WHEN $top < 0 THEN 0 ELSE $top END

RETURN one.person AS one, other.person AS other, station, since, until, since = asked_from AND until = asked_to AS covers,
  most_days, certain_days, certainty,
  CASE WHEN one.gap IS NULL OR other.gap IS NULL THEN null WHEN one.gap > other.gap THEN one.gap ELSE other.gap END AS gap_days,
  one.stay AS one_stay, other.stay AS other_stay,
  coalesce(one.stay.claims, []) + coalesce(other.stay.claims, []) AS claims
ORDER BY CASE certainty WHEN 'certain' THEN 1 WHEN 'assumed' THEN 2 ELSE 3 END, certain_days DESC,
  coalesce(most_days, -1) DESC, one.id, other.id, one_stay.id, other_stay.id
