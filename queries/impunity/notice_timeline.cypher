// /// query
// title    = "What reached this commander before each later event"
// question = "Which reports, notices and complaints reached this person directly, through the chain or in public, before which events done by subordinates?"
// element  = "command-responsibility/knowledge"
// caveat   = "Reached directly means addressed to the person, not read; through the chain, that it reached a unit or a commander who then answered up to the person, not that it was passed on; public, that it could be known. A notice need not be about what was done later: read it."
// related  = ["impunity/events_after_notice", "command/commanders_for_event"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The commander, by id or by name"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period of the events; a limit left out is open"
//
// [params.public]
// type    = "text"
// default = "public; press; media; radio; television; internet"
// help    = "How the channel of what was public is written, words separated by ;"
//
// [grade]
// groups  = "ways"
// parts   = ["chain", "posting", "further", "by_event", "tie", "unit", "level", "member"]
// members = ["thing", "posting", "chain", "further"]
// others  = ["by_event", "tie"]
// near    = ["posting", "chain", "further"]
// asked   = "thing"
// surest  = true
// beside  = ["concern"]
// order   = ["event_since", "event_until", "event", "notice_since", "notice_until", "notice"]
//
// [pairs]
// side    = "side"
// thing   = "thing"
// earlier = "notice"
// later   = "event"
//
// [columns]
// event        = { type = "node", of = "event.thing", is = "what a unit below, or one of its members, is alleged to have done" }
// event_since  = { type = "time", of = "event.thing.possible_from" }
// event_until  = { type = "time", of = "event.thing.possible_to" }
// unit         = { type = "node", of = "event.ways.unit", is = "the unit below this commander" }
// level        = { type = "int",  of = "event.ways.level", is = "how many links below the commander's own unit" }
// member       = { type = "node", of = "event.ways.member", is = "the member who is named, where it is one" }
// notice       = { type = "node", of = "notice.thing", is = "what possibly reached the commander before" }
// reached      = { type = "text", of = "notice.what", is = "direct, through the chain, or public" }
// kind         = { type = "text", of = "notice.thing.kind" }
// channel      = { type = "text", of = "notice.thing.channel" }
// content      = { type = "text", of = "notice.thing.content" }
// about        = { type = "node", of = "notice.subject", is = "what the notice is about" }
// notice_since = { type = "time", of = "notice.thing.possible_from" }
// notice_until = { type = "time", of = "notice.thing.possible_to" }
// days_least   = { type = "int", least_days = ["notice", "event"], is = "days from the one to the other, at least" }
// days_most    = { type = "int", most_days = ["notice", "event"], is = "at most" }
// person       = { type = "node", of = "event.who" }
// alleged      = { type = "rel",  of = "event.ways.tie" }
// reached_by   = { type = "rel",  of = "notice.ways.tie" }
// concerns     = { type = "rel",  of = "notice.concern" }
// command      = { type = "path", of = "event.ways.chain" }
// passed       = { type = "path", of = "notice.ways.chain" }
// side    = { type = "text", hidden = true, is = "event or notice" }
// what    = { type = "text", hidden = true, is = "event, direct, through the chain, or public" }
// place   = { type = "int",  hidden = true, is = "the most direct first" }
// thing   = { type = "node", hidden = true, is = "the event or the notice" }
// concern = { type = "rel",  hidden = true, is = "what the notice concerns" }
// subject = { type = "node", hidden = true }
// who     = { type = "node", hidden = true, is = "the commander" }
// ways    = "groups"
// ///

// Every unit that this person possibly commanded, by a posting and a simple path of command links downwards, all at one time.
MATCH (person:Person {id: $person})
WITH person, COLLECT {
  MATCH (person)-[posting:POSTED_TO]->(own:Unit)
  WHERE posting.function = 'commander' AND coalesce(own.kind <> 'unknown', true)
  MATCH chain = (own)((:Unit)<-[r:SUBORDINATE_TO WHERE r.relation = 'command']-(:Unit)){0,12}(unit:Unit)
  WITH posting, chain, unit, nodes(chain) AS units, [posting] + relationships(chain) AS held
  WHERE all(n IN units WHERE single(m IN units WHERE m = n))
    AND all(x IN held WHERE all(y IN held WHERE x.possible_from < y.possible_to))
  RETURN {posting: posting, chain: chain, unit: unit, held: held} } AS commands

// How a thing hangs together with the person: in what way, under which command, by whose further posting, by what link.
CALL (person, commands) {
  // What was done below: by a unit, or by one of its members.
  UNWIND commands AS c
  WITH c, c.unit AS unit WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)-[tie:ALLEGED_IN]->(thing:Event)
  RETURN 'event' AS what, thing, c, null AS further, tie, null AS by_event
  UNION ALL
  UNWIND commands AS c
  WITH person, c, c.unit AS unit WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)<-[further:POSTED_TO]-(member:Person)
  WHERE member <> person
  MATCH (member)-[tie:ALLEGED_IN]->(thing:Event)
  RETURN 'event' AS what, thing, c, further, tie, null AS by_event
  UNION ALL
  // What was addressed to the person, to a unit below, or to who then commanded one.
  MATCH (person)<-[tie:ADDRESSED_TO]-(thing:Act|Proceeding)
  RETURN 'direct' AS what, thing, null AS c, null AS further, tie, null AS by_event
  UNION ALL
  UNWIND commands AS c
  WITH c, c.unit AS unit
  MATCH (unit)<-[tie:ADDRESSED_TO]-(thing:Act|Proceeding)
  RETURN 'through the chain' AS what, thing, c, null AS further, tie, null AS by_event
  UNION ALL
  UNWIND commands AS c
  WITH c, c.unit AS unit
  MATCH (unit)<-[further:POSTED_TO]-(holder:Person)
  WHERE further.function = 'commander' AND coalesce(unit.kind <> 'unknown', true)
  MATCH (holder)<-[tie:ADDRESSED_TO]-(thing:Act|Proceeding)
  RETURN 'through the chain' AS what, thing, c, further, tie, null AS by_event
  UNION ALL
  // What was public, and about the person, such a unit, or what such a unit is alleged to have done.
  MATCH (person)<-[tie:CONCERNS]-(thing:Act|Proceeding)
  RETURN 'public' AS what, thing, null AS c, null AS further, tie, null AS by_event
  UNION ALL
  UNWIND commands AS c
  WITH DISTINCT c.unit AS unit
  MATCH (unit)<-[tie:CONCERNS]-(thing:Act|Proceeding)
  RETURN 'public' AS what, thing, null AS c, null AS further, tie, null AS by_event
  UNION ALL
  UNWIND commands AS c
  WITH DISTINCT c.unit AS unit
  MATCH (unit)-[by_event:ALLEGED_IN]->(happened:Event)
  MATCH (happened)<-[tie:CONCERNS]-(thing:Act|Proceeding)
  RETURN 'public' AS what, thing, null AS c, null AS further, tie, by_event
}

// All of it at one time; of the events those of the period. An order, a measure, an omission or a promotion tells nobody of
// anything, nor does what the person wrote reach him or her.
WITH person, what, thing, c, further, tie, by_event, coalesce(c.held, []) AS held,
  COLLECT { UNWIND split($public, ';') AS word RETURN toLower(trim(word)) } AS channels
WITH *, CASE WHEN further IS NULL THEN held ELSE held + further END AS held
WHERE all(x IN held WHERE x.possible_from < thing.possible_to AND thing.possible_from < x.possible_to)
  AND all(x IN held WHERE further IS NULL OR (x.possible_from < further.possible_to AND further.possible_from < x.possible_to))
  AND CASE WHEN what = 'event' THEN ($from IS NULL OR $from < thing.possible_to) AND ($to IS NULL OR thing.possible_from < $to)
      ELSE NOT coalesce(thing.kind, 'other') IN ['order', 'measure', 'omission', 'promotion']
        AND NOT EXISTS { MATCH (thing)-[:MADE_BY]->(person) }
        AND (what <> 'public' OR toLower(trim(coalesce(thing.channel, ''))) IN channels) END

// Of each thing the most direct ways.
WITH person, thing, what, CASE what WHEN 'event' THEN 0 WHEN 'direct' THEN 1 WHEN 'through the chain' THEN 2 ELSE 3 END AS place,
  collect([c.chain, c.posting, further, by_event, tie, c.unit, size(relationships(c.chain)), startNode(further)]) AS ways
WITH person, thing, min(place) AS place, collect({what: what, place: place, ways: ways}) AS all_ways
WITH *, head([w IN all_ways WHERE w.place = place]) AS direct
WITH person, thing, place, direct.what AS what, direct.ways AS ways,
  CASE WHEN place > 0 THEN head(COLLECT { MATCH (thing)-[k:CONCERNS]->() RETURN k ORDER BY k.id }) END AS concern
RETURN CASE place WHEN 0 THEN 'event' ELSE 'notice' END AS side, what, place, thing, concern, endNode(concern) AS subject,
  person AS who, ways
ORDER BY place, thing.possible_from, thing.possible_to, thing.id
