// /// query
// title    = "Which units could have been there"
// question = "Which units had a site near the place of this event within days of it, or operated in an area that contains it?"
// element  = "command-responsibility/subordinates-crimes"
// caveat   = "A list to look into, after the rule of Security Force Monitor: near in place and time, not shown to have been there. Distances run between the stored points, in a straight line; off_km says by how much they may be wrong. Where dated is no, only limits that nobody knows bring the site near the event."
// related  = ["colocation/units_at_event", "command/chain_up"]
//
// [params.event]
// type = "id"
// of   = "Event"
// help = "The event, by id or by name"
//
// [params.km]
// type    = "float"
// default = 35
// help    = "How far a site may lie from the place of the event"
//
// [params.days]
// type    = "int"
// default = 30
// help    = "How many days may lie between the site and the event"
//
// [params.classification]
// type    = "text"
// default = "any"
// help    = "A word of the unit's classification, such as police; marks and lists first what has it, and leaves out nothing"
//
// [columns]
// way            = "text"
// unit           = "node"
// classification = "texts"
// matches        = "bool"
// station        = "node"
// area           = "node"
// distance_km    = "float"
// off_km         = "float"
// dated          = "bool"
// since          = "time"
// until          = "time"
// covers         = "bool"
// certainty      = "text"
// gap_days       = "int"
// event          = "node"
// place          = "node"
// tied           = "rel"
// occurred       = "rel"
// lies           = "path"
// claims         = "claims"
// ///

// The time asked about is that of the event, and so many days before and after it; what nobody knows stays unknown.
MATCH (event:Event {id: $event})-[occurred:OCCURRED_AT]->(place:Station)
WITH event, occurred, place, event.possible_from AS event_from, event.possible_to AS event_to,
     duration({days: CASE WHEN $days > 0 THEN $days ELSE 0 END}) AS reach
WITH *,
     CASE WHEN event_from = localdatetime('0001-01-01T00:00:00') THEN event_from ELSE event_from - reach END AS asked_from,
     CASE WHEN event_to = localdatetime('9999-12-31T00:00:00') THEN event_to ELSE event_to + reach END AS asked_to

// Sites by their distance from the place; where either has no coordinates, by the area in which both lie. A degree of
// latitude is more than 111 km: what lies farther north or south is put aside before any distance is worked out.
CALL (place, asked_from, asked_to) {
  MATCH (station:Station)
  WHERE station.id > '' AND (station = place OR
    abs(station.latitude - place.latitude) * 111 <= $km + 1 + coalesce(station.precision_km + place.precision_km, 0))
  WITH *, CASE WHEN station = place THEN 0.0 ELSE
    round(20 * 6371 * asin(sqrt(
      sin(radians(station.latitude - place.latitude) / 2) * sin(radians(station.latitude - place.latitude) / 2)
      + cos(radians(station.latitude)) * cos(radians(place.latitude))
      * sin(radians(station.longitude - place.longitude) / 2) * sin(radians(station.longitude - place.longitude) / 2)))) / 10 END
    AS distance_km,
    CASE WHEN station = place THEN 0.0 ELSE station.precision_km + place.precision_km END AS off_km
  WHERE distance_km - coalesce(off_km, 0) <= $km
  MATCH (station)<-[tied:BASED_AT]-(unit:Unit)
  WHERE tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'site' AS way, unit, tied, station, null AS area, distance_km, off_km, null AS lies, [station, place] AS others
  UNION ALL
  MATCH lies = (place)-[:WITHIN]->(area:Area)<-[:WITHIN]-(station:Station)
  WHERE station <> place AND (place.latitude + place.longitude + station.latitude + station.longitude) IS NULL
  MATCH (station)<-[tied:BASED_AT]-(unit:Unit)
  WHERE tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'same area' AS way, unit, tied, station, area, null AS distance_km, null AS off_km, lies, relationships(lies) AS others
  UNION ALL
  MATCH lies = (place)-[:WITHIN*1..12]->(area:Area)
  MATCH (area)<-[tied:OPERATED_IN]-(unit:Unit)
  WHERE tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'operated' AS way, unit, tied, null AS station, area, null AS distance_km, null AS off_km, lies,
    relationships(lies) AS others
}
WITH * WHERE coalesce(unit.kind <> 'unknown', true)
WITH *, [event, tied] AS timed, [event, tied, occurred] + others AS members,
     CASE WHEN tied.possible_from > asked_from THEN tied.possible_from ELSE asked_from END AS since,
     CASE WHEN tied.possible_to < asked_to THEN tied.possible_to ELSE asked_to END AS until

// Of each member: days to the far end of its nearest citation, from the event.
WITH *, [x IN timed | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], event_from).days, duration.inDays(event_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: both cores come within so many days of each other, or the core of one, with so many days before and after it,
// contains the whole possible range of the other.
WITH *,
  coalesce(tied.certain_from - reach < event.certain_to AND event.certain_from - reach < tied.certain_to, false)
  OR coalesce(event.certain_from - reach <= tied.possible_from AND tied.possible_to <= event.certain_to + reach, false)
  OR (event_from > localdatetime('0001-01-01T00:00:00') AND event_to < localdatetime('9999-12-31T00:00:00')
    AND coalesce(tied.certain_from <= event_from + reach AND event_to - reach <= tied.certain_to, false)) AS sure

RETURN way, unit, unit.classification AS classification,
  CASE WHEN $classification <> 'any'
       THEN any(c IN coalesce(unit.classification, []) WHERE toLower(c) CONTAINS toLower(trim($classification))) END AS matches,
  station, area, distance_km, off_km,
  // Security Force Monitor's rule: its core, a citation or all of its limits lie within the days.
  coalesce(tied.certain_from < asked_to AND asked_from < tied.certain_to, false)
    OR any(i IN range(0, size(coalesce(tied.cited_from, [])) - 1) WHERE tied.cited_from[i] < asked_to AND asked_from < tied.cited_to[i])
    OR (asked_from <= tied.possible_from AND tied.possible_to <= asked_to) AS dated,
  since, until, since <= event_from AND event_to <= until AS covers,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN timed WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap_days,
  event, place, tied, occurred, lies,
  reduce(found = [], x IN members | found + coalesce(x.claims, [])) AS claims
ORDER BY CASE WHEN matches THEN 0 ELSE 1 END, CASE WHEN dated THEN 0 ELSE 1 END,
  CASE way WHEN 'site' THEN 1 WHEN 'same area' THEN 2 ELSE 3 END, distance_km, unit.id, tied.id, place.id, occurred.id,
  [x IN relationships(lies) | x.id]
