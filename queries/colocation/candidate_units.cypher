// /// query
// title    = "Which units could have been there"
// question = "Which units had a site near the place of this event within days of it, or operated in an area that contains it?"
// element  = "command-responsibility/subordinates-crimes"
// caveat   = "A list to look into, after the rule of Security Force Monitor: near in place and time, not shown to have been there. Distances run between the stored points, in a straight line; off_km says by how much they may be wrong; where it is empty, nobody knows. Where a point is unknown, the smallest area that holds both may be large. Where dated is no, only limits that nobody knows bring the site near the event."
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
// [empty]
// when = "placeless"
// says = "nothing can be near this event: it has no station, or one of which neither the point nor an area is recorded, and no unit was based there within the days"
//
// [grade]
// members = ["event", "tied"]
// others  = ["occurred", "lies", "denied_part"]
// beside  = ["sites"]
// asked   = "event"
// slack   = "days"
//
// [columns]
// way            = { type = "text",  is = "site: based near the place; same area: in the smallest area that holds both; operated: operated in the area" }
// unit           = { type = "node",  is = "a unit that could have been there" }
// classification = "texts"
// matches        = { type = "bool",  is = "whether its classification has the word asked for" }
// station        = { type = "node",  is = "where it was based" }
// area           = { type = "node",  is = "the area it operated in, or that both places lie in" }
// distance_km    = { type = "float", is = "from the place of the event" }
// off_km         = { type = "float", is = "how far off that figure may be; empty: how far off one of the points is, nobody knows" }
// dated          = { type = "bool",  is = "whether a core, a citation or all limits lie within the days" }
// event          = "node"
// place          = { type = "node",  is = "where the event happened" }
// tied           = "rel"
// occurred       = "rel"
// lies           = "path"
// sites          = "things"
// denied_part    = "things"
// placeless      = { type = "bool", hidden = true }
// ///

// The time asked about is that of the event, and so many days before and after it; what nobody knows stays unknown. Near the
// event by a date is only what is near a limit that somebody knows, or near its core.
MATCH (event:Event {id: $event})
OPTIONAL MATCH (event)-[occurred:OCCURRED_AT]->(place:Station)
WITH event, occurred, place,
     // What sources deny that a unit did here, unless it could have done so from afar.
     COLLECT { MATCH (event)<-[part:ALLEGED_IN]-(:Unit)
       WHERE coalesce(part.disputed, false) AND NOT coalesce(part.role IN ['ordered', 'supervised'], false)
       RETURN part ORDER BY part.id } AS denied,
     duration({days: CASE WHEN $days > 0 THEN $days ELSE 0 END}) AS reach,
     nullif(event.possible_from, localdatetime('0001-01-01T00:00:00')) AS known_from,
     nullif(event.possible_to, localdatetime('9999-12-31T00:00:00')) AS known_to
WITH event, occurred, place, denied,
     coalesce(known_from - reach, event.possible_from) AS asked_from, coalesce(known_to + reach, event.possible_to) AS asked_to,
     coalesce(known_from, event.certain_from, known_to) - reach AS near_from,
     coalesce(known_to, event.certain_to, known_from) + reach AS near_to

// Sites by their distance from the place; where either has no coordinates, by the smallest area in which both lie. A degree of
// latitude is more than 111 km: what lies farther north or south is put aside before any distance is worked out.
CALL (place, asked_from, asked_to) {
  MATCH (station:Station)
  WHERE station.id > '' AND (station = place OR abs(station.latitude - place.latitude) * 111
    <= $km + 1 + coalesce(station.precision_km, 0) + coalesce(place.precision_km, 0))
  WITH *, coalesce(station.precision_km, 0) + coalesce(place.precision_km, 0) AS known_off, CASE WHEN station = place THEN 0.0 ELSE
    2 * 6371 * asin(sqrt(
      sin(radians(station.latitude - place.latitude) / 2) * sin(radians(station.latitude - place.latitude) / 2)
      + cos(radians(station.latitude)) * cos(radians(place.latitude))
      * sin(radians(station.longitude - place.longitude) / 2) * sin(radians(station.longitude - place.longitude) / 2))) END
    AS distance
  WHERE station = place OR distance - known_off <= $km
  MATCH (station)<-[tied:BASED_AT]-(unit:Unit)
  WHERE tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'site' AS way, unit, tied, station, null AS area, round(10 * distance) / 10 AS distance_km,
    CASE WHEN station = place THEN 0.0 ELSE station.precision_km + place.precision_km END AS off_km, null AS lies, [station, place] AS sites
  UNION ALL
  MATCH (station:Station)
  WHERE station.id > '' AND station <> place AND (station.latitude IS NULL OR station.longitude IS NULL
    OR place.latitude IS NULL OR place.longitude IS NULL)
  MATCH lies = (place)-[:WITHIN*1..12]->(area:Area)<-[:WITHIN*1..12]-(station)
  WHERE NOT EXISTS { MATCH (place)-[:WITHIN*1..12]->(lower:Area)<-[:WITHIN*1..12]-(station)
                     MATCH (lower)-[:WITHIN*1..12]->(area) }
  MATCH (station)<-[tied:BASED_AT]-(unit:Unit)
  WHERE tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'same area' AS way, unit, tied, station, area, null AS distance_km, null AS off_km, lies, [] AS sites
  UNION ALL
  MATCH lies = (place)-[:WITHIN*1..12]->(area:Area)
  MATCH (area)<-[tied:OPERATED_IN]-(unit:Unit)
  WHERE tied.possible_from < asked_to AND asked_from < tied.possible_to
  RETURN 'operated' AS way, unit, tied, null AS station, area, null AS distance_km, null AS off_km, lies, [] AS sites
  UNION ALL
  // Of a place that lies nowhere on any map, only those based there could be found.
  WITH place WHERE place IS NULL
    OR ((place.latitude IS NULL OR place.longitude IS NULL) AND NOT EXISTS { MATCH (place)-[:WITHIN]->(:Area) })
  RETURN null AS way, null AS unit, null AS tied, null AS station, null AS area, null AS distance_km, null AS off_km, null AS lies, [] AS sites
}
WITH * WHERE coalesce(unit.kind <> 'unknown', true)
RETURN way, unit, unit.classification AS classification,
  CASE WHEN $classification <> 'any'
       THEN any(c IN coalesce(unit.classification, []) WHERE toLower(c) CONTAINS toLower(trim($classification))) END AS matches,
  station, area, distance_km, off_km,
  // Security Force Monitor's rule: its core, a citation or all of its limits lie within the days.
  coalesce((tied.certain_from < near_to AND near_from < tied.certain_to)
    OR any(i IN range(0, size(coalesce(tied.cited_from, [])) - 1) WHERE tied.cited_from[i] < near_to AND near_from < tied.cited_to[i])
    OR (near_from <= tied.possible_from AND tied.possible_to <= near_to), false) AS dated,
  event, place, tied, occurred, lies, sites, [part IN denied WHERE startNode(part) = unit] AS denied_part, way IS NULL AS placeless
ORDER BY CASE WHEN matches THEN 0 ELSE 1 END, CASE WHEN dated THEN 0 ELSE 1 END,
  CASE way WHEN 'site' THEN 1 WHEN 'same area' THEN 2 ELSE 3 END, distance_km, unit.id, tied.id, place.id, occurred.id,
  [x IN relationships(lies) | x.id]
