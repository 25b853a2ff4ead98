// /// query
// title    = "Which officers were there while this victim was held"
// question = "Whom does a source place at the station while the victim was held there, and who was posted to a unit based there?"
// element  = "torture/custody-or-control"
// caveat   = "Shows the same place and period, not contact. Posted means that the person's unit was based there, not that the person came. Read the role: a doctor, a judge or a visitor is listed too; who is alleged only to have ordered it is not."
// related  = ["colocation/co_detained", "command/commanders_at_station"]
//
// [params.victim]
// type = "id"
// of   = "Person"
// help = "The victim, by id or by name"
//
// [params.station]
// type    = "id"
// of      = "Station"
// default = "any"
// help    = "The station, by id or by name; left out: wherever the victim was held"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [columns]
// officer       = "node"
// station       = "node"
// placed        = "text"
// recognised_by = "text"
// role          = "text"
// unit          = "node"
// post          = "text"
// function      = "text"
// since         = "time"
// until         = "time"
// covers        = "bool"
// certainty     = "text"
// gap_days      = "int"
// elsewhere     = "texts"
// also_held     = "bool"
// victim        = "node"
// event         = "node"
// stay          = "rel"
// placing       = "rel"
// base          = "rel"
// suffered      = "rel"
// occurred      = "rel"
// claims        = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (victim:Person {id: $victim})-[stay:HELD_AT]->(station:Station)
WHERE ($station = 'any' OR station.id = $station)
  AND stay.possible_from < asked_to AND asked_from < stay.possible_to

// What places another person there. `timed`: what must hold together; `others`: links without a time, that may be disputed.
CALL (victim, stay, station) {
  MATCH (station)<-[placing:PRESENT_AT]-(officer:Person)
  WHERE officer <> victim
  RETURN officer, placing, CASE WHEN placing.recognised_by IS NULL THEN 'seen' ELSE 'recognised' END AS placed,
    null AS unit, null AS base, null AS event, null AS suffered, null AS occurred, [stay, placing] AS timed, [] AS others
  UNION ALL
  // Whoever only ordered it need not have been there.
  MATCH (victim)-[suffered:SUFFERED]->(event:Event)-[occurred:OCCURRED_AT]->(station)
  MATCH (event)<-[placing:ALLEGED_IN]-(officer:Person)
  WHERE officer <> victim AND coalesce(placing.role <> 'ordered', true)
  RETURN officer, placing, CASE WHEN placing.recognised_by IS NULL THEN 'alleged' ELSE 'recognised' END AS placed,
    null AS unit, null AS base, event, suffered, occurred, [stay, event] AS timed, [suffered, occurred, placing] AS others
  UNION ALL
  MATCH (station)<-[base:BASED_AT]-(unit:Unit)
  WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)<-[placing:POSTED_TO]-(officer:Person)
  WHERE officer <> victim
  RETURN officer, placing, 'posted' AS placed,
    unit, base, null AS event, null AS suffered, null AS occurred, [stay, base, placing] AS timed, [] AS others
}
WITH *,
     reduce(f = asked_from, x IN timed | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS since,
     reduce(t = asked_to, x IN timed | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS until
WHERE since < until

// Of each member: days to the far end of its nearest citation, from the period.
WITH *, timed + others AS members, [x IN timed | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of the period, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN timed WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN timed | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN timed | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN timed WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN timed WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN officer, station, placed, placing.recognised_by AS recognised_by, placing.role AS role,
  unit, coalesce(placing.post, placing.title) AS post, placing.function AS function,
  since, until, since = asked_from AND until = asked_to AS covers,
  // A posting to a unit based there is derived, and never more than possible.
  CASE WHEN placed = 'posted' OR NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN timed WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  // Other stations, and units not based here, where the same person surely was, or was posted, at some moment of that time.
  COLLECT {
    MATCH (officer)-[away:PRESENT_AT|HELD_AT|POSTED_TO]->(place:Station|Unit)
    WHERE place <> station AND coalesce(place.kind <> 'unknown', true) AND NOT coalesce(away.disputed, false)
      AND (coalesce(away.certain_from < until AND since < away.certain_to, false)
        OR (since <= away.possible_from AND away.possible_to <= until))
      AND NOT EXISTS {
        MATCH (place)-[here:BASED_AT]->(station) WHERE here.possible_from < until AND since < here.possible_to }
    RETURN DISTINCT coalesce(place.name, place.id) AS name ORDER BY name } AS elsewhere,
  EXISTS {
    MATCH (officer)-[held:HELD_AT]->(station) WHERE held.possible_from < until AND since < held.possible_to } AS also_held,
  victim, event, stay, placing, base, suffered, occurred,
  COLLECT { UNWIND members AS x UNWIND x.claims AS c RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY CASE placed WHEN 'recognised' THEN 1 WHEN 'seen' THEN 2 WHEN 'alleged' THEN 3 ELSE 4 END,
  officer.id, placing.id, stay.id, base.id, event.id, suffered.id, occurred.id
