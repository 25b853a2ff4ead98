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
// [grade]
// members = ["one_stay", "other_stay"]
// asked   = "period"
//
// [columns]
// one          = { type = "node", is = "one of two held here at the same time" }
// other        = { type = "node", is = "the other" }
// station      = "node"
// certain_days = { type = "int",  is = "whole days of the period both surely spent here, by the cores of their stays" }
// one_stay     = "rel"
// other_stay   = "rel"
// ///

MATCH (station:Station {id: $station})<-[stay:HELD_AT]-(person:Person)
WHERE ($from IS NULL OR $from < stay.possible_to) AND ($to IS NULL OR stay.possible_from < $to)

// Put in order before they are paired, because sorting the pairs would hold all of them in memory. Cores are cut to the period.
WITH station, person, stay ORDER BY person.id, stay.id
WITH station, collect({id: person.id, person: person, stay: stay, from: stay.possible_from, to: stay.possible_to,
  begin: CASE WHEN stay.certain_from < $from THEN localdatetime($from) ELSE stay.certain_from END,
  end: CASE WHEN $to < stay.certain_to THEN localdatetime($to) ELSE stay.certain_to END}) AS stays
UNWIND stays AS x
UNWIND [y IN stays WHERE x.id < y.id AND x.from < y.to AND y.from < x.to] AS y
RETURN x.person AS one, y.person AS other, station,
  CASE WHEN x.begin < y.end AND y.begin < x.end AND x.begin < x.end AND y.begin < y.end THEN duration.inDays(
    CASE WHEN x.begin > y.begin THEN x.begin ELSE y.begin END, CASE WHEN x.end < y.end THEN x.end ELSE y.end END).days
    ELSE 0 END AS certain_days,
  x.stay AS one_stay, y.stay AS other_stay
