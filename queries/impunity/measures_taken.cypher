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
// [columns]
// event       = "node"
// event_since = "time"
// event_until = "time"
// unit        = "node"
// level       = "int"
// member      = "node"
// found       = "text"
// measure     = "node"
// kind        = "text"
// content     = "text"
// made_by     = "node"
// about       = "node"
// taken_since = "time"
// taken_until = "time"
// days_least  = "int"
// days_most   = "int"
// certainty   = "text"
// gap_days    = "int"
// person      = "node"
// alleged     = "rel"
// taken       = "rel"
// concerns    = "rel"
// command     = "path"
// claims      = "claims"
// ///

// Every unit that this person possibly commanded, by a posting and a simple path of command links downwards, and when.
MATCH (person:Person {id: $person})
CALL (person) {
  OPTIONAL MATCH (person)-[posting:POSTED_TO]->(own:Unit)
  WHERE posting.function = 'commander'
  OPTIONAL MATCH chain = (own)
    ((:Unit)<-[r:SUBORDINATE_TO WHERE r.relation = 'command']-(:Unit)){0,12}
    (unit:Unit)
  WITH posting, unit, chain, nodes(chain) AS units, relationships(chain) AS links
  WHERE all(n IN units WHERE single(m IN units WHERE m = n))
  WITH *,
     reduce(f = posting.possible_from, x IN links | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
     reduce(t = posting.possible_to, x IN links | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
  WHERE path_from < path_to
  RETURN collect({posting: posting, unit: unit, chain: chain, links: links, since: path_from, until: path_to}) AS commands
}

CALL (person, commands) {
  // What was done below: by a unit, or by one of its members.
  UNWIND commands AS c
  WITH c, c.unit AS unit, c.since AS since, c.until AS until WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)-[tie:ALLEGED_IN]->(thing:Event)
  WHERE thing.possible_from < until AND since < thing.possible_to
  RETURN 'event' AS what, thing, c AS command, null AS further, [tie] AS others
  UNION ALL
  UNWIND commands AS c
  WITH c, person, c.unit AS unit, c.since AS since, c.until AS until WHERE coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)<-[further:POSTED_TO]-(member:Person)
  WHERE member <> person AND further.possible_from < until AND since < further.possible_to
  MATCH (member)-[tie:ALLEGED_IN]->(thing:Event)
  WHERE thing.possible_from < until AND since < thing.possible_to
    AND thing.possible_from < further.possible_to AND further.possible_from < thing.possible_to
  RETURN 'event' AS what, thing, c AS command, further, [tie] AS others
  UNION ALL
  // What the person did, and what a unit did that then answered up to the person.
  MATCH (person)<-[tie:MADE_BY]-(thing:Act|Proceeding)
  RETURN 'by the person' AS what, thing, null AS command, null AS further, [tie] AS others
  UNION ALL
  UNWIND commands AS c
  WITH c, c.unit AS unit, c.since AS since, c.until AS until
  MATCH (unit)<-[tie:MADE_BY]-(thing:Act|Proceeding)
  WHERE thing.possible_from < until AND since < thing.possible_to
  RETURN 'by a unit below' AS what, thing, c AS command, null AS further, [tie] AS others
}

// Of the events those of the period.
WITH * WHERE what <> 'event'
  OR (($from IS NULL OR $from < thing.possible_to) AND ($to IS NULL OR thing.possible_from < $to))

// The question's time is that of the event, or of the measure. `held`: what must hold then; the others are links without a time.
WITH person, what, thing, command, further, others, thing.possible_from AS asked_from, thing.possible_to AS asked_to,
  [x IN coalesce(command.links, []) + [command.posting, further] WHERE x IS NOT NULL] AS held
WITH *, held + thing AS members,
     reduce(f = asked_from, x IN held | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS since,
     reduce(t = asked_to, x IN held | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS until

// Of each link with a time: days to the far end of its nearest citation, from the event, or of the measure.
WITH *, [x IN held | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of it, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN members WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN members | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN members | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN members WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN members WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure
WITH *,
  CASE WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false))
         OR any(x IN others WHERE coalesce(x.disputed, false)) THEN 1
       WHEN size(held) = 0 OR all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 3
       ELSE 2 END AS rank,
  reduce(most = 0, g IN gaps | CASE WHEN most IS NULL OR g IS NULL THEN null WHEN g > most THEN g ELSE most END) AS gap

// Of each event the surest command and all who are involved; of each measure the most direct and surest maker.
WITH person, thing, collect({what: what, place: CASE what WHEN 'by the person' THEN 1 ELSE 2 END,
    rank: rank, gap: gap, level: size(coalesce(command.links, [])), tie: last(others), since: since,
    chain: command.chain, posting: command.posting, further: further,
    unit: command.unit, member: startNode(further),
    by: [x IN held | x.id] + [x IN others | x.id],
    claims: reduce(told = [], x IN members | told + coalesce(x.claims, []))
      + reduce(told = [], x IN others | told + coalesce(x.claims, []))}) AS ways
WITH *, head(COLLECT { UNWIND ways AS w RETURN w ORDER BY w.place, -w.rank, w.gap, w.level, w.by }) AS best
WITH person, collect({thing: thing, best: best, what: best.what, ways: ways, since: thing.possible_from, until: thing.possible_to,
  begun_to: coalesce(thing.certain_from, thing.possible_to), bridged: coalesce(thing.bridged, false)}) AS things
WITH person, [t IN things WHERE t.what = 'event'] AS events, [t IN things WHERE t.what <> 'event'] AS makers

// What is about the event, a complaint or report about it, or a subordinate involved, and not before the event under the command.
UNWIND events AS e
WITH person, e, e.thing AS event, e.best AS done, makers,
  reduce(least = e.best.since, w IN e.ways | CASE WHEN w.since < least THEN w.since ELSE least END) AS commanded_from,
  COLLECT { UNWIND e.ways AS w UNWIND [w.unit, w.member] AS s WITH s WHERE s IS NOT NULL RETURN DISTINCT s } AS involved
CALL (event, involved, makers, commanded_from) {
  WITH *
  CALL (event, involved) {
    MATCH (event)<-[about:CONCERNS]-(measure:Act|Proceeding)
    RETURN measure, about, null AS before
    UNION ALL
    MATCH (event)<-[before:CONCERNS]-(told:Act|Proceeding)
    MATCH (told)<-[about:CONCERNS|ANSWERS]-(measure:Act|Proceeding)
    RETURN measure, about, before
    UNION ALL
    UNWIND involved AS s
    MATCH (s)<-[about:CONCERNS]-(measure:Act|Proceeding)
    RETURN measure, about, null AS before
  }
  WITH commanded_from, measure, about, before, head([t IN makers WHERE t.thing = measure]) AS maker,
    coalesce(measure.certain_from, measure.possible_to) AS taken_to, coalesce(measure.kind, 'other') AS kind
  WHERE NOT kind IN ['notice', 'complaint', 'case_abroad'] AND (maker IS NOT NULL OR kind <> 'report')
    AND commanded_from < taken_to
  WITH measure, maker, kind, collect({about: about, before: before, id: about.id,
    disputed: coalesce(about.disputed, false) OR coalesce(before.disputed, false)}) AS reasons
  WITH measure, maker, kind, head(COLLECT { UNWIND reasons AS r RETURN r ORDER BY r.disputed, r.id }) AS reason,
    CASE WHEN maker IS NULL THEN head(COLLECT { MATCH (measure)-[k:MADE_BY]->() RETURN k ORDER BY k.id })
         ELSE maker.best.tie END AS taken
  RETURN collect({found: CASE WHEN maker IS NULL THEN 'by others' ELSE maker.what END, measure: measure, kind: kind, taken: taken,
    rank: CASE WHEN maker IS NULL THEN 3 ELSE maker.best.rank END, gap: CASE WHEN maker IS NULL THEN 0 ELSE maker.best.gap END,
    about: reason.about, disputed: reason.disputed OR coalesce(taken.disputed, false),
    claims: coalesce(measure.claims, []) + coalesce(taken.claims, []) + reduce(told = [], x IN [reason.about, reason.before] |
      told + coalesce(x.claims, [])) + CASE WHEN maker IS NULL THEN [] ELSE maker.best.claims END}) AS followed
}

// Where nothing counts as done by the person or below, that is a row of its own.
WITH person, e, event, done, CASE WHEN any(f IN followed WHERE f.found <> 'by others' AND NOT f.kind IN ['omission', 'promotion', 'refusal'])
  THEN followed ELSE followed + {found: 'none found', rank: 3, gap: 0, disputed: false, claims: []} END AS answers
UNWIND answers AS f
WITH person, e, event, done, f, f.measure AS measure, f.taken AS taken, f.about AS concerns, done.posting AS posting,
  done.further AS joined, done.chain AS command, done.tie AS alleged

// After: surely, if event and command had begun when the measure can have begun at the earliest.
WITH *, CASE WHEN measure IS NULL THEN 3
    WHEN f.disputed OR e.begun_to > measure.possible_from
      OR coalesce(posting.certain_from, posting.possible_to) > measure.possible_from THEN 1
    WHEN e.bridged AND e.until > measure.possible_from THEN 2 ELSE 3 END AS order_rank
WITH *, reduce(least = order_rank, r IN [done.rank, f.rank] | CASE WHEN r < least THEN r ELSE least END) AS rank,
// Days by the calendar, from the last day on which the one can have begun to the first of the other, and the other way round.
  CASE WHEN measure IS NULL THEN null ELSE duration.inDays(
    localdatetime.truncate('day', coalesce(event.certain_from, event.possible_to - duration({seconds: 1}))),
    localdatetime.truncate('day', coalesce(measure.possible_from, e.since))).days END AS least,
  CASE WHEN measure IS NULL THEN null ELSE duration.inDays(
    localdatetime.truncate('day', event.possible_from),
    localdatetime.truncate('day', coalesce(measure.certain_from, measure.possible_to - duration({seconds: 1}), e.since))).days
    END AS most

RETURN event, e.since AS event_since, e.until AS event_until,
  last(nodes(command)) AS unit, done.level AS level, startNode(joined) AS member,
  f.found AS found, measure, measure.kind AS kind, coalesce(measure.content, measure.outcome) AS content,
  endNode(taken) AS made_by, endNode(concerns) AS about, measure.possible_from AS taken_since, measure.possible_to AS taken_until,
  CASE WHEN measure.possible_from = localdatetime('0001-01-01T00:00:00') OR e.begun_to = localdatetime('9999-12-31T00:00:00')
       THEN null WHEN least < 0 THEN 0 ELSE least END AS days_least,
  CASE WHEN e.since = localdatetime('0001-01-01T00:00:00')
         OR coalesce(measure.certain_from, measure.possible_to) = localdatetime('9999-12-31T00:00:00')
       THEN null ELSE most END AS days_most,
  CASE rank WHEN 3 THEN 'certain' WHEN 2 THEN 'assumed' ELSE 'possible' END AS certainty,
  CASE WHEN done.gap IS NULL OR f.gap IS NULL THEN null WHEN done.gap > f.gap THEN done.gap ELSE f.gap END AS gap_days,
  person, alleged, taken, concerns, command, done.claims + f.claims AS claims
ORDER BY event_since, event_until, event.id,
  CASE found WHEN 'none found' THEN 1 WHEN 'by the person' THEN 2 WHEN 'by a unit below' THEN 3 ELSE 4 END,
  taken_since, taken_until, measure.id
