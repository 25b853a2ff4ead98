// /// query
// title    = "What subordinates did after the first notice"
// question = "What did this person's subordinates do after the first notice had reached the person, and how many days later?"
// element  = "command-responsibility/failure-to-prevent"
// caveat   = "The first notice of each way by which it reached the person is the earliest of the surest; notices counts all that may have come before. Directly means addressed to the person, not read; through the chain, not that it was passed on; public, that it could be known. A notice need not be about what was done later: read it."
// related  = ["impunity/notice_timeline", "impunity/measures_taken"]
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
// [columns]
// event        = "node"
// kind         = "text"
// methods      = "texts"
// event_since  = "time"
// event_until  = "time"
// unit         = "node"
// level        = "int"
// member       = "node"
// reached      = "text"
// notices      = "int"
// first_notice = "node"
// notice_since = "time"
// notice_until = "time"
// days_least   = "int"
// days_most    = "int"
// certainty    = "text"
// gap_days     = "int"
// person       = "node"
// alleged      = "rel"
// reached_by   = "rel"
// command      = "path"
// passed       = "path"
// claims       = "claims"
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
WITH *, COLLECT { UNWIND split($public, ';') AS word RETURN toLower(trim(word)) } AS channels

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
  // What was addressed to the person.
  MATCH (person)<-[tie:ADDRESSED_TO]-(thing:Act|Proceeding)
  RETURN 'direct' AS what, thing, null AS command, null AS further, [tie] AS others
  UNION ALL
  // What was addressed to a unit that then answered up to the person, or to who then commanded one.
  UNWIND commands AS c
  WITH c, c.unit AS unit, c.since AS since, c.until AS until
  MATCH (unit)<-[tie:ADDRESSED_TO]-(thing:Act|Proceeding)
  WHERE thing.possible_from < until AND since < thing.possible_to
  RETURN 'through the chain' AS what, thing, c AS command, null AS further, [tie] AS others
  UNION ALL
  UNWIND commands AS c
  WITH c, c.unit AS unit, c.since AS since, c.until AS until
  MATCH (unit)<-[further:POSTED_TO]-(holder:Person)
  WHERE further.function = 'commander' AND further.possible_from < until AND since < further.possible_to
  MATCH (holder)<-[tie:ADDRESSED_TO]-(thing:Act|Proceeding)
  WHERE thing.possible_from < until AND since < thing.possible_to
    AND thing.possible_from < further.possible_to AND further.possible_from < thing.possible_to
  RETURN 'through the chain' AS what, thing, c AS command, further, [tie] AS others
  UNION ALL
  // What was public, and about the person, such a unit, or what such a unit is alleged to have done.
  MATCH (person)<-[tie:CONCERNS]-(thing:Act|Proceeding)
  RETURN 'public' AS what, thing, null AS command, null AS further, [tie] AS others
  UNION ALL
  UNWIND commands AS c
  WITH DISTINCT c.unit AS unit
  MATCH (unit)<-[tie:CONCERNS]-(thing:Act|Proceeding)
  RETURN 'public' AS what, thing, null AS command, null AS further, [tie] AS others
  UNION ALL
  UNWIND commands AS c
  WITH DISTINCT c.unit AS unit
  MATCH (unit)-[alleged:ALLEGED_IN]->(event:Event)
  MATCH (event)<-[tie:CONCERNS]-(thing:Act|Proceeding)
  RETURN 'public' AS what, thing, null AS command, null AS further, [alleged, tie] AS others
}

// Of the events those of the period.
WITH * WHERE what <> 'event'
  OR (($from IS NULL OR $from < thing.possible_to) AND ($to IS NULL OR thing.possible_from < $to))

// An order, a measure, an omission or a promotion tells nobody of anything, nor does what the person wrote reach him or her.
WITH person, what, thing, command, further, others WHERE what = 'event'
  OR (NOT coalesce(thing.kind, 'other') IN ['order', 'measure', 'omission', 'promotion']
    AND NOT EXISTS { MATCH (thing)-[:MADE_BY]->(person) }
    AND (what <> 'public' OR toLower(trim(coalesce(thing.channel, ''))) IN channels))

// The question's time is that of the event, or of the notice. `held`: what must hold then; the others are links without a time.
WITH person, what, thing, command, further, others, thing.possible_from AS asked_from, thing.possible_to AS asked_to,
  [x IN coalesce(command.links, []) + [command.posting, further] WHERE x IS NOT NULL] AS held
WITH *, held + thing AS members,
     reduce(f = asked_from, x IN held | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS since,
     reduce(t = asked_to, x IN held | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS until

// Of each link with a time: days to the far end of its nearest citation, from the event, or of the notice.
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

// Of each event and each notice the most direct and surest way; each had begun at `begun_to` at the latest.
WITH person, thing, collect({what: what, place: CASE what WHEN 'direct' THEN 1 WHEN 'through the chain' THEN 2 ELSE 3 END,
    rank: rank, gap: gap, level: size(coalesce(command.links, [])), tie: last(others),
    chain: command.chain, posting: command.posting, further: further,
    by: [x IN held | x.id] + [x IN others | x.id],
    claims: reduce(told = [], x IN members | told + coalesce(x.claims, []))
      + reduce(told = [], x IN others | told + coalesce(x.claims, []))}) AS ways
WITH *, head(COLLECT { UNWIND ways AS w RETURN w ORDER BY w.place, -w.rank, w.gap, w.level, w.by }) AS best
WITH person, collect({thing: thing, best: best, what: best.what, since: thing.possible_from, until: thing.possible_to,
  begun_to: coalesce(thing.certain_from, thing.possible_to), bridged: coalesce(thing.bridged, false)}) AS things
WITH person, [t IN things WHERE t.what = 'event'] AS events, [t IN things WHERE t.what <> 'event'] AS notices

// After: the event can have begun when the notice had; surely, if the notice had when the event can have begun at the earliest.
// The first notice of each way: the earliest of the surest.
WITH person, events, COLLECT {
  UNWIND notices AS n WITH n, n.thing AS notice RETURN n ORDER BY n.begun_to, n.since, notice.id } AS notices
UNWIND [way IN ['direct', 'through the chain', 'public'] | {reached: way, notices: [n IN notices WHERE n.what = way]}] AS told
UNWIND events AS e
WITH person, e, told.reached AS reached, [n IN told.notices WHERE n.since < e.begun_to] AS before
WHERE size(before) > 0
WITH *, [n IN before WHERE n.begun_to <= e.since AND n.best.rank > 1] AS surely
WITH *, head([n IN surely WHERE n.best.rank = 3 AND (NOT n.bridged OR n.until <= e.since)]) AS certain
WITH person, e, reached, size(before) AS notices, coalesce(certain, head(surely), head(before)) AS n,
  CASE WHEN certain IS NOT NULL THEN 3 WHEN size(surely) > 0 THEN 2 ELSE 1 END AS told_rank
WITH *, n.best AS told, e.best AS done
WITH *, e.thing AS event, n.thing AS first_notice, done.chain AS command, told.chain AS passed, done.further AS joined,
  done.tie AS alleged, told.tie AS reached_by, CASE WHEN done.rank < told_rank THEN done.rank ELSE told_rank END AS rank

// Days by the calendar, from the last day on which the one can have begun to the first of the other, and the other way round.
WITH *, duration.inDays(
    localdatetime.truncate('day', coalesce(first_notice.certain_from, first_notice.possible_to - duration({seconds: 1}))),
    localdatetime.truncate('day', event.possible_from)).days AS least,
  duration.inDays(
    localdatetime.truncate('day', first_notice.possible_from),
    localdatetime.truncate('day', coalesce(event.certain_from, event.possible_to - duration({seconds: 1})))).days AS most

RETURN event, event.kind AS kind, event.methods AS methods, e.since AS event_since, e.until AS event_until,
  last(nodes(command)) AS unit, done.level AS level, startNode(joined) AS member,
  reached, notices, first_notice, n.since AS notice_since, n.until AS notice_until,
  CASE WHEN e.since = localdatetime('0001-01-01T00:00:00') OR n.begun_to = localdatetime('9999-12-31T00:00:00') THEN null
       WHEN least < 0 THEN 0 ELSE least END AS days_least,
  CASE WHEN n.since = localdatetime('0001-01-01T00:00:00') OR e.begun_to = localdatetime('9999-12-31T00:00:00') THEN null
       ELSE most END AS days_most,
  CASE rank WHEN 3 THEN 'certain' WHEN 2 THEN 'assumed' ELSE 'possible' END AS certainty,
  CASE WHEN done.gap IS NULL OR told.gap IS NULL THEN null WHEN done.gap > told.gap THEN done.gap ELSE told.gap END AS gap_days,
  person, alleged, reached_by, command, passed, done.claims + told.claims AS claims
ORDER BY event_since, event_until, event.id,
  CASE reached WHEN 'direct' THEN 1 WHEN 'through the chain' THEN 2 ELSE 3 END
