// /// query
// title    = "Who was held together longest, anywhere"
// question = "Which persons were held at one station at the same time, over all stations, the surest and longest first?"
// element  = "evidence/corroboration"
// caveat   = "Only the first pairs, as many as --top says: those of whom a core says that they met, with most days in common, then others; of these the surest are listed first. Shows the same place and time, not that they met, saw or heard each other. Two records of one person that nobody joined look like two persons."
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
// least   = 1
// help    = "How many pairs of stays are looked at, the surest and longest first"
//
// [grade]
// members = ["one_stay", "other_stay"]
// asked   = "period"
// order   = ["certainty", "-certain_days", "-most_days", "one", "other", "one_stay", "other_stay"]
//
// [columns]
// one          = { type = "node", is = "one of two held at the same place at the same time" }
// other        = { type = "node", is = "the other" }
// station      = { type = "node", is = "where" }
// most_days    = { type = "int",  is = "whole days they had in common at most; empty where limits are unknown" }
// certain_days = { type = "int",  is = "whole days they surely had in common, by the cores of their stays" }
// one_stay     = "rel"
// other_stay   = "rel"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS begin,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS end
MATCH (station:Station)
CALL (station, begin, end) {
  // What is compared of each stay is worked out once, before stays are paired: limits and cores, cut to the period.
  MATCH (station)<-[stay:HELD_AT]-(person:Person)
  WHERE stay.possible_from < end AND begin < stay.possible_to
  WITH person, {
    id: person.id, stay: stay, whole: begin <= stay.possible_from AND stay.possible_to <= end, denied: coalesce(stay.disputed, false),
    pf: CASE WHEN stay.possible_from > begin THEN stay.possible_from ELSE begin END,
    pt: CASE WHEN stay.possible_to < end THEN stay.possible_to ELSE end END,
    cf: CASE WHEN stay.certain_from < end AND begin < stay.certain_to
             THEN CASE WHEN stay.certain_from > begin THEN stay.certain_from ELSE begin END END,
    ct: CASE WHEN stay.certain_from < end AND begin < stay.certain_to
             THEN CASE WHEN stay.certain_to < end THEN stay.certain_to ELSE end END END,
    begins: stay.possible_from > localdatetime('0001-01-01T00:00:00'),
    ends: stay.possible_to < localdatetime('9999-12-31T00:00:00')} AS x
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

  // First those of whom a core says that they met: both, or one that contains the other's whole stay.
  CALL (stays, terms) {
    UNWIND terms AS term
    WITH [i IN term[0] | stays[i]] AS there, [i IN term[1] | stays[i]] AS begun
    UNWIND begun AS x
    UNWIND [y IN there WHERE y.pf <= x.pf AND x.pf < y.pt AND y.id <> x.id AND (y.pf < x.pf OR y.stay.id < x.stay.id)
      AND NOT x.denied AND NOT y.denied AND ((x.cf < y.ct AND y.cf < x.ct)
        OR (x.whole AND y.cf <= x.pf AND x.pt <= y.ct) OR (y.whole AND x.cf <= y.pf AND y.pt <= x.ct))] AS y
    WITH x, y, CASE WHEN x.pt < y.pt THEN x.pt ELSE y.pt END AS until,
      coalesce(x.cf < y.ct AND y.cf < x.ct, false) AS meet
    WITH CASE WHEN x.id < y.id THEN [x.stay, y.stay] ELSE [y.stay, x.stay] END AS pair,
      CASE WHEN meet THEN duration.inDays(CASE WHEN x.cf > y.cf THEN x.cf ELSE y.cf END,
                                          CASE WHEN x.ct < y.ct THEN x.ct ELSE y.ct END).days ELSE 0 END AS certain_days,
      // Between limits that nobody knows there is no number of days.
      CASE WHEN (x.begins OR y.begins) AND (x.ends OR y.ends) THEN duration.inDays(x.pf, until).days END AS most_days
    ORDER BY certain_days DESC, coalesce(most_days, -1) DESC, startNode(pair[0]).id, startNode(pair[1]).id, pair[0].id, pair[1].id
    LIMIT CASE WHEN $top < 0 THEN 0 ELSE $top END
    RETURN collect([1, certain_days, most_days, pair]) AS surely
  }

  // Only where these are fewer than asked for, the others.
  CALL (stays, terms, surely) {
    UNWIND CASE WHEN size(surely) < $top THEN terms ELSE [] END AS term
    WITH [i IN term[0] | stays[i]] AS there, [i IN term[1] | stays[i]] AS begun
    UNWIND begun AS x
    UNWIND [y IN there WHERE y.pf <= x.pf AND x.pf < y.pt AND y.id <> x.id AND (y.pf < x.pf OR y.stay.id < x.stay.id)
      AND (x.denied OR y.denied OR NOT coalesce((x.cf < y.ct AND y.cf < x.ct)
        OR (x.whole AND y.cf <= x.pf AND x.pt <= y.ct) OR (y.whole AND x.cf <= y.pf AND y.pt <= x.ct), false))] AS y
    WITH x, y, CASE WHEN x.pt < y.pt THEN x.pt ELSE y.pt END AS until,
      coalesce(x.cf < y.ct AND y.cf < x.ct, false) AS meet
    WITH CASE WHEN x.id < y.id THEN [x.stay, y.stay] ELSE [y.stay, x.stay] END AS pair,
      CASE WHEN meet THEN duration.inDays(CASE WHEN x.cf > y.cf THEN x.cf ELSE y.cf END,
                                          CASE WHEN x.ct < y.ct THEN x.ct ELSE y.ct END).days ELSE 0 END AS certain_days,
      // Between limits that nobody knows there is no number of days.
      CASE WHEN (x.begins OR y.begins) AND (x.ends OR y.ends) THEN duration.inDays(x.pf, until).days END AS most_days
    ORDER BY certain_days DESC, coalesce(most_days, -1) DESC, startNode(pair[0]).id, startNode(pair[1]).id, pair[0].id, pair[1].id
    LIMIT CASE WHEN $top < 0 THEN 0 ELSE $top END
    RETURN collect([2, certain_days, most_days, pair]) AS possibly
  }
  RETURN surely + possibly AS found
}
UNWIND found AS f
WITH station, f[0] AS place, f[1] AS certain_days, f[2] AS most_days, f[3][0] AS one_stay, f[3][1] AS other_stay
WITH *, startNode(one_stay) AS one, startNode(other_stay) AS other
RETURN one, other, station, most_days, certain_days, one_stay, other_stay
ORDER BY place, certain_days DESC, coalesce(most_days, -1) DESC, one.id, other.id, one_stay.id, other_stay.id
LIMIT CASE WHEN $top < 0 THEN 0 ELSE $top END
