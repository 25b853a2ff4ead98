// /// query
// title    = "What the commander did about it"
// question = "Which orders, inquiries, punishments or promotions followed what this person's subordinates did while this person commanded them?"
// element  = "command-responsibility/failure-to-submit"
// caveat   = "None found means that no act or proceeding of the person, or of a unit then below, is recorded as being about the event, a complaint about it, or the subordinates involved; not that nothing was done. An omission, a refusal or a promotion does not count as something done. Events before the person took command are not listed: nobody answers for not punishing those."
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
// [grade.done]
// groups  = "done"
// parts   = ["chain", "posting", "further", "tie", "unit", "level", "member"]
// members = ["event", "posting", "chain", "further"]
// others  = ["tie"]
// near    = ["posting", "chain", "further"]
// asked   = "event"
// surest  = true
//
// [grade.made]
// groups  = "made"
// parts   = ["chain", "posting", "tie"]
// members = ["measure", "posting", "chain"]
// others  = ["tie"]
// near    = ["posting", "chain"]
// asked   = "measure"
// surest  = true
//
// [grade.after]
// before  = ["event", "measure"]
// others  = ["concerns", "by_way_of"]
// near    = []
//
// [columns]
// event       = { type = "node", is = "what a unit below, or one of its members, is alleged to have done" }
// event_since = { type = "time", of = "event.possible_from" }
// event_until = { type = "time", of = "event.possible_to" }
// unit        = { type = "node", of = "done.unit", is = "the unit below this commander" }
// level       = { type = "int",  of = "done.level", is = "how many links below the commander's own unit" }
// member      = { type = "node", of = "done.member", is = "the member who is named, where it is one" }
// found       = { type = "text", is = "by the person, by a unit below, by others; none found: nothing by the person or below" }
// measure     = { type = "node", is = "what was done about it" }
// kind        = { type = "text", of = "measure.kind" }
// content     = { type = "text", is = "what it says, or its outcome" }
// made_by     = { type = "node", is = "who took it" }
// about       = { type = "node", is = "what it is about: the event, a report of it, or somebody involved" }
// taken_since = { type = "time", of = "measure.possible_from" }
// taken_until = { type = "time", of = "measure.possible_to" }
// days_least  = { type = "int", least_days = ["event", "measure"], is = "days from the one to the other, at least" }
// days_most   = { type = "int", most_days = ["event", "measure"], is = "at most" }
// person      = "node"
// alleged     = { type = "rel",  of = "done.tie" }
// taken       = { type = "rel",  of = "made.tie" }
// concerns    = "rel"
// by_way_of   = { type = "rel",  hidden = true, is = "what the complaint or report concerns, that it concerns" }
// command     = { type = "path", of = "done.chain" }
// done        = "groups"
// made        = "groups"
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

// What was done below in the period: by a unit, or by one of its members.
CALL (person, commands) {
  UNWIND commands AS c
  WITH c, c.unit AS unit WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)-[tie:ALLEGED_IN]->(event:Event)
  RETURN event, c, null AS further, tie, c.held AS held
  UNION ALL
  UNWIND commands AS c
  WITH person, c, c.unit AS unit WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)<-[further:POSTED_TO]-(member:Person)
  WHERE member <> person AND all(x IN c.held WHERE x.possible_from < further.possible_to AND further.possible_from < x.possible_to)
  MATCH (member)-[tie:ALLEGED_IN]->(event:Event)
  RETURN event, c, further, tie, c.held + further AS held
}
WITH * WHERE all(x IN held WHERE x.possible_from < event.possible_to AND event.possible_from < x.possible_to)
  AND ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
WITH person, commands, event, min(reduce(f = event.possible_from, x IN held |
    CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END)) AS commanded_from,
  collect(c.unit) + collect(startNode(further)) AS involved,
  collect([c.chain, c.posting, further, tie, c.unit, size(relationships(c.chain)), startNode(further)]) AS done

// What is about the event, a complaint or report about it, or somebody involved, and not before the event under the command.
CALL (person, commands, event, involved, commanded_from) {
  WITH *
  CALL (event, involved) {
    MATCH (event)<-[concerns:CONCERNS]-(measure:Act|Proceeding)
    RETURN measure, concerns, null AS by_way_of
    UNION ALL
    MATCH (event)<-[by_way_of:CONCERNS]-(told:Act|Proceeding)
    MATCH (told)<-[concerns:CONCERNS|ANSWERS]-(measure:Act|Proceeding)
    RETURN measure, concerns, by_way_of
    UNION ALL
    UNWIND involved AS s
    WITH DISTINCT s
    MATCH (s)<-[concerns:CONCERNS]-(measure:Act|Proceeding)
    RETURN measure, concerns, null AS by_way_of
  }
  WITH * WHERE commanded_from < coalesce(measure.certain_from, measure.possible_to)
    AND NOT coalesce(measure.kind, 'other') IN ['notice', 'complaint', 'case_abroad']
  WITH person, commands, measure, collect({concerns: concerns, by_way_of: by_way_of, id: concerns.id,
    disputed: coalesce(concerns.disputed, false) OR coalesce(by_way_of.disputed, false)}) AS reasons
  WITH *, head(COLLECT { UNWIND reasons AS r RETURN r ORDER BY r.disputed, r.id }) AS reason

  // Who took it: the person, a unit that then answered up to the person, or others.
  WITH *, COLLECT { MATCH (person)<-[tie:MADE_BY]-(measure) RETURN [null, null, tie] } AS own,
    COLLECT {
      MATCH (measure)-[tie:MADE_BY]->(unit:Unit)
      UNWIND commands AS c
      WITH c, tie, unit, measure
      WHERE c.unit = unit AND all(x IN c.held WHERE x.possible_from < measure.possible_to AND measure.possible_from < x.possible_to)
      RETURN [c.chain, c.posting, tie] } AS below
  WITH *, CASE WHEN own <> [] THEN 'by the person' WHEN below <> [] THEN 'by a unit below' ELSE 'by others' END AS found
  WHERE found <> 'by others' OR coalesce(measure.kind, 'other') <> 'report'
  RETURN collect({found: found, measure: measure, concerns: reason.concerns, by_way_of: reason.by_way_of,
    made: CASE found WHEN 'by the person' THEN own WHEN 'by a unit below' THEN below
      ELSE [[null, null, head(COLLECT { MATCH (measure)-[k:MADE_BY]->() RETURN k ORDER BY k.id })]] END}) AS followed
}

// Where nothing counts as done by the person or below, that is a row of its own.
WITH *, CASE WHEN any(f IN followed WHERE f.found <> 'by others'
    AND NOT coalesce(f.measure.kind, 'other') IN ['omission', 'promotion', 'refusal']) THEN followed
  ELSE followed + {found: 'none found'} END AS followed
UNWIND followed AS f
WITH person, event, done, f.found AS found, f.measure AS measure, f.concerns AS concerns, f.by_way_of AS by_way_of, f.made AS made
RETURN event, found, measure, coalesce(measure.content, measure.outcome) AS content,
  CASE WHEN made IS NOT NULL THEN endNode(made[0][2]) END AS made_by, endNode(concerns) AS about,
  person, concerns, by_way_of, done, made
ORDER BY event.possible_from, event.possible_to, event.id,
  CASE found WHEN 'none found' THEN 1 WHEN 'by the person' THEN 2 WHEN 'by a unit below' THEN 3 ELSE 4 END,
  measure.possible_from, measure.possible_to, measure.id
