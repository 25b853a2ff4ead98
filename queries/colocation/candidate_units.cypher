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
// least   = 0
// help    = "How far a site may lie from the place of the event"
//
// [params.days]
// type    = "int"
// default = 30
// least   = 0
// help    = "How many days may lie between the site and the event"
//
// [params.classification]
// type    = "text"
// default = "any"
// help    = "A word of the unit's classification, such as police; marks and lists first what has it, and leaves out nothing"
//
// [grade]
// members = ["event", "tied"]
// others  = ["occurred", "lies"]
// beside  = ["sites"]
// asked   = "event"
// slack   = "days"
//
// [columns]
// way            = { type = "text",  is = "site: based near the place; same area: in the same area; operated: operated in the area" }
// unit           = { type = "node",  is = "a unit that could have been there" }
// classification = "texts"
// matches        = { type = "bool",  is = "whether its classification has the word asked for" }
// station        = { type = "node",  is = "where it was based" }
// area           = { type = "node",  is = "the area it operated in, or that both places lie in" }
// distance_km    = { type = "float", is = "from the place of the event" }
// off_km         = { type = "float", is = "how far off that figure may be" }
// dated          = { type = "bool",  is = "whether a core, a citation or all limits lie within the days" }
// event          = "node"
// place          = { type = "node",  is = "where the event happened" }
// tied           = "rel"
// occurred       = "rel"
// lies           = "path"
// sites          = "things"
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
  RETURN 'site' AS way, unit, tied, station, null AS area, distance_km, off_km, null AS lies, [station, place] AS sites
  UNION ALL
  MATCH lies = (place)-[:WITHIN]->(area:Area)<-[:WITHIN]-(station:Station)
  WHERE station <> place AND (place.latitude + place.longitude + station.latitude + station.longitude) IS NULL
  MATCH (station)<-[tied:BASED_AT]-(unit:Unit)
  WHERE tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'same area' AS way, unit, tied, station, area, null AS distance_km, null AS off_km, lies, [] AS sites
  UNION ALL
  MATCH lies = (place)-[:WITHIN*1..12]->(area:Area)
  MATCH (area)<-[tied:OPERATED_IN]-(unit:Unit)
  WHERE tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'operated' AS way, unit, tied, null AS station, area, null AS distance_km, null AS off_km, lies, [] AS sites
}
WITH * WHERE coalesce(unit.kind <> 'unknown', true)
RETURN way, unit, unit.classification AS classification,
  CASE WHEN $classification <> 'any'
       THEN any(c IN coalesce(unit.classification, []) WHERE toLower(c) CONTAINS toLower(trim($classification))) END AS matches,
  station, area, distance_km, off_km,
  // Security Force Monitor's rule: its core, a citation or all of its limits lie within the days.
  coalesce(tied.certain_from < asked_to AND asked_from < tied.certain_to, false)
    OR any(i IN range(0, size(coalesce(tied.cited_from, [])) - 1) WHERE tied.cited_from[i] < asked_to AND asked_from < tied.cited_to[i])
    OR (asked_from <= tied.possible_from AND tied.possible_to <= asked_to) AS dated,
  event, place, tied, occurred, lies, sites
ORDER BY CASE WHEN matches THEN 0 ELSE 1 END, CASE WHEN dated THEN 0 ELSE 1 END,
  CASE way WHEN 'site' THEN 1 WHEN 'same area' THEN 2 ELSE 3 END, distance_km, unit.id, tied.id, place.id, occurred.id,
  [x IN relationships(lies) | x.id]
