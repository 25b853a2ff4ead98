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
MATCH (station:Station)
CALL (station, asked_from, asked_to) {
  // What is asked of each stay is worked out once, before stays are paired. Limits are cut to the period asked about;
  // `whole`: the stay's possible range lies in it uncut; `days`: the cited periods that are exactly one day.
  MATCH (station)<-[stay:HELD_AT]-(person:Person)
  WHERE stay.possible_from < asked_to AND asked_from < stay.possible_to
  WITH person, {
    id: person.id, stay: stay,
    pf: CASE WHEN stay.possible_from > asked_from THEN stay.possible_from ELSE asked_from END,
    pt: CASE WHEN stay.possible_to < asked_to THEN stay.possible_to ELSE asked_to END,
    cf: CASE WHEN stay.certain_from > asked_from THEN stay.certain_from WHEN stay.certain_from IS NULL THEN null ELSE asked_from END,
    ct: CASE WHEN stay.certain_to < asked_to THEN stay.certain_to WHEN stay.certain_to IS NULL THEN null ELSE asked_to END,
    whole: asked_from <= stay.possible_from AND stay.possible_to <= asked_to,
    begins: stay.possible_from > localdatetime('0001-01-01T00:00:00'),
    ends: stay.possible_to < localdatetime('9999-12-31T00:00:00'),
    disputed: coalesce(stay.disputed, false),
    bridged: coalesce(stay.bridged, false),
    days: CASE WHEN stay.bridged THEN
      [i IN range(0, size(coalesce(stay.cited_from, [])) - 1)
       WHERE stay.cited_from[i] = localdatetime.truncate('day', stay.cited_from[i])
         AND stay.cited_to[i] = stay.cited_from[i] + duration({days: 1}) | [stay.cited_from[i], stay.cited_to[i]]]
      ELSE [] END
  } AS x
  WITH collect(x) AS stays, max(x.pf) AS latest, min(CASE WHEN x.begins THEN x.pf END) AS known
  WITH stays, latest, coalesce(known, latest) AS earliest

  // Two stays share a moment where the later one began in the other. So each stay is put into every two months that it
  // could have lasted, and compared there with those that began in them. An unknown limit is drawn to the first and the
  // last beginning known at the station: nothing begins beyond.
  CALL (stays, earliest, latest) {
    UNWIND range(0, size(stays) - 1) AS i
    WITH i, stays[i] AS x, earliest, latest
    WITH i, CASE WHEN x.pf < earliest THEN earliest ELSE x.pf END AS began,
      CASE WHEN x.pt > latest THEN latest WHEN x.pt < earliest THEN earliest ELSE x.pt END AS ended
    WITH i, (began.year * 12 + began.month) / 2 AS at, (ended.year * 12 + ended.month) / 2 AS last
    UNWIND range(at, last) AS months
    WITH months, collect(i) AS there, collect(CASE WHEN at = months THEN i END) AS begun
    RETURN collect([there, begun]) AS terms
  }

  // Sure: both cores share a moment of the period, or one core contains all of the other's possible range, inside the period.
  CALL (stays, terms) {
    UNWIND terms AS term
    WITH [i IN term[0] | stays[i]] AS there, [i IN term[1] | stays[i]] AS begun
    UNWIND begun AS x
    UNWIND [y IN there WHERE y.pf <= x.pf AND x.pf < y.pt AND y.id <> x.id AND (y.pf < x.pf OR y.stay.id < x.stay.id)
      AND NOT x.disputed AND NOT y.disputed
      AND ((x.cf < y.ct AND y.cf < x.ct AND x.cf < x.ct AND y.cf < y.ct)
        OR (x.whole AND y.cf <= x.pf AND x.pt <= y.ct) OR (y.whole AND x.cf <= y.pf AND y.pt <= x.ct))] AS y
    WITH x, y, x.pf AS since, CASE WHEN x.pt < y.pt THEN x.pt ELSE y.pt END AS until,
      coalesce(x.cf < y.ct AND y.cf < x.ct AND x.cf < x.ct AND y.cf < y.ct, false) AS meet
    WITH *,
      CASE WHEN (NOT x.bridged OR any(d IN x.days WHERE d[0] <= since AND until <= d[1]))
            AND (NOT y.bridged OR any(d IN y.days WHERE d[0] <= since AND until <= d[1])) THEN 'certain'
           ELSE 'assumed' END AS certainty,
      CASE WHEN meet THEN duration.inDays(CASE WHEN x.cf > y.cf THEN x.cf ELSE y.cf END,
                                          CASE WHEN x.ct < y.ct THEN x.ct ELSE y.ct END).days ELSE 0 END AS certain_days,
      // Between limits that nobody knows there is no number of days.
      CASE WHEN (x.begins OR y.begins) AND (x.ends OR y.ends) THEN duration.inDays(since, until).days END AS most_days,
      CASE WHEN x.id < y.id THEN x ELSE y END AS one, CASE WHEN x.id < y.id THEN y ELSE x END AS other
    ORDER BY CASE certainty WHEN 'certain' THEN 1 ELSE 2 END, certain_days DESC, coalesce(most_days, -1) DESC,
      one.id, other.id, one.stay.id, other.stay.id
    LIMIT CASE WHEN $top < 0 THEN 0 ELSE $top END
    RETURN collect([certainty, certain_days, most_days, since, until, one.stay, other.stay]) AS surely
  }

  // Only where the sure ones here are fewer than asked for, those that are possible.
  CALL (stays, terms, surely) {
    UNWIND CASE WHEN size(surely) < $top THEN terms ELSE [] END AS term
    WITH [i IN term[0] | stays[i]] AS there, [i IN term[1] | stays[i]] AS begun
    UNWIND begun AS x
    UNWIND [y IN there WHERE y.pf <= x.pf AND x.pf < y.pt AND y.id <> x.id AND (y.pf < x.pf OR y.stay.id < x.stay.id)
      AND (x.disputed OR y.disputed OR NOT coalesce((x.cf < y.ct AND y.cf < x.ct AND x.cf < x.ct AND y.cf < y.ct)
        OR (x.whole AND y.cf <= x.pf AND x.pt <= y.ct) OR (y.whole AND x.cf <= y.pf AND y.pt <= x.ct), false))] AS y
    WITH x, y, x.pf AS since, CASE WHEN x.pt < y.pt THEN x.pt ELSE y.pt END AS until,
      coalesce(x.cf < y.ct AND y.cf < x.ct AND x.cf < x.ct AND y.cf < y.ct, false) AS meet
    WITH *,
      CASE WHEN meet THEN duration.inDays(CASE WHEN x.cf > y.cf THEN x.cf ELSE y.cf END,
                                          CASE WHEN x.ct < y.ct THEN x.ct ELSE y.ct END).days ELSE 0 END AS certain_days,
      // Between limits that nobody knows there is no number of days.
      CASE WHEN (x.begins OR y.begins) AND (x.ends OR y.ends) THEN duration.inDays(since, until).days END AS most_days,
      CASE WHEN x.id < y.id THEN x ELSE y END AS one, CASE WHEN x.id < y.id THEN y ELSE x END AS other
    ORDER BY certain_days DESC, coalesce(most_days, -1) DESC, one.id, other.id, one.stay.id, other.stay.id
    LIMIT CASE WHEN $top < 0 THEN 0 ELSE $top END
    RETURN collect(['possible', certain_days, most_days, since, until, one.stay, other.stay]) AS possibly
  }
  RETURN surely + possibly AS pairs
}
UNWIND pairs AS pair
WITH asked_from, asked_to, station, pair[0] AS certainty, pair[1] AS certain_days, pair[2] AS most_days,
  pair[3] AS since, pair[4] AS until, pair[5] AS one_stay, pair[6] AS other_stay
WITH *, startNode(one_stay) AS one, startNode(other_stay) AS other
ORDER BY CASE certainty WHEN 'certain' THEN 1 WHEN 'assumed' THEN 2 ELSE 3 END, certain_days DESC,
  coalesce(most_days, -1) DESC, one.id, other.id, one_stay.id, other_stay.id
LIMIT CASE WHEN $top < 0 THEN 0 ELSE $top END

// Of each member: days to the far end of its nearest citation, from the period.
WITH *, [x IN [one_stay, other_stay] | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps
RETURN one, other, station, since, until, since = asked_from AND until = asked_to AS covers, most_days, certain_days, certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  one_stay, other_stay,
  coalesce(one_stay.claims, []) + coalesce(other_stay.claims, []) AS claims
ORDER BY CASE certainty WHEN 'certain' THEN 1 WHEN 'assumed' THEN 2 ELSE 3 END, certain_days DESC,
  coalesce(most_days, -1) DESC, one.id, other.id, one_stay.id, other_stay.id
