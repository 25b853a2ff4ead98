// /// query
// title    = "This person's postings"
// question = "Where was this person posted, with which rank, and which promotions came after which events?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "Lists the events in which the person, or a unit the person possibly commanded directly then, is alleged; events_before counts those of all units below too. After an event is not because of it. A rank that changed is shown as recorded: nothing says which is higher. Postings and promotions are not graded; an event row grades only the dates."
// related  = ["command/command_of", "command/holders_of_command"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The person, by id or by name"
//
// [grade]
// members = ["event", "act", "posting"]
// others  = ["alleged", "concerns"]
// beside  = ["last_before", "last_denied", "denied_ties"]
// near    = ["posting"]
// asked   = "event"
//
// [columns]
// what          = { type = "text", is = "posting, promotion, or event" }
// first_cited   = { type = "time", is = "when it is first cited" }
// last_cited    = { type = "time", is = "when it is last cited" }
// unit          = { type = "node", is = "the unit of the posting" }
// function      = "text"
// post          = "text"
// rank          = "text"
// rank_before   = { type = "text", is = "another rank, held in a posting that had begun before" }
// acting        = { type = "bool", is = "whether only in place of somebody else" }
// basis         = "text"
// event         = { type = "node", is = "what happened" }
// tie           = { type = "text", is = "alleged: the person is named; commander: of a unit named, then" }
// role          = "text"
// act           = { type = "node", is = "the promotion" }
// events_before = { type = "int", count = "before", by = ["what", "posting", "act", "concerns"], open = "through", is = "events of this person that were surely over before the step could begin; a raid and the beatings in it count once: so many beatings, at least one raid" }
// last_before   = { type = "node", is = "the last of these that is tied to the person by what nobody denies" }
// last_denied   = { type = "node", is = "the last of these, where it is a later one, and a source denies what ties it to the person" }
// denied_ties   = "things"
// days_after    = { type = "int",  is = "days of the calendar from the last day on which last_before can have begun" }
// before        = "things"
// part_of       = "things"
// person        = "node"
// posting       = "rel"
// alleged       = "rel"
// concerns      = "rel"
// through       = { type = "texts", hidden = true }
// ///

MATCH (person:Person {id: $person})

// The events of this person: alleged by name, or by a unit that the person possibly commanded then or that answered up to one.
// Each with what ties it to the person, and whether any of that is denied, or the event.
WITH person, COLLECT {
    MATCH (person)-[a:ALLEGED_IN]->(e:Event) RETURN [e, a.id, coalesce(e.disputed, false) OR coalesce(a.disputed, false), [a]] } + COLLECT {
    MATCH (person)-[p:POSTED_TO]->(own:Unit)
    WHERE p.function = 'commander' AND coalesce(own.kind <> 'unknown', true)
    MATCH chain = (own)((:Unit)<-[r:SUBORDINATE_TO WHERE r.relation = 'command']-(:Unit)){0,12}(below:Unit)
    WHERE coalesce(below.kind <> 'unknown', true)
    WITH [p] + relationships(chain) AS held, below, nodes(chain) AS units
    WHERE all(n IN units WHERE single(m IN units WHERE m = n)) AND all(x IN held WHERE all(y IN held WHERE x.possible_from < y.possible_to))
    MATCH (below)-[a:ALLEGED_IN]->(e:Event)
    WHERE all(x IN held WHERE x.possible_from < e.possible_to AND e.possible_from < x.possible_to)
    RETURN [e, a.id, coalesce(e.disputed, false) OR any(x IN held + [a] WHERE coalesce(x.disputed, false)), held + [a]] } AS events
WITH person, events, COLLECT { MATCH (person)-[p:POSTED_TO]->(:Unit) RETURN p } AS postings

// A step begins when all that makes it can have begun.
CALL (person) {
  MATCH (person)-[posting:POSTED_TO]->(unit:Unit)
  RETURN 'posting' AS what, posting, unit, null AS event, null AS tie, null AS alleged, null AS act, null AS concerns,
    posting AS step, posting.possible_from AS begin
  UNION ALL
  MATCH (person)<-[concerns:CONCERNS]-(act:Act)
  WHERE act.kind = 'promotion'
  RETURN 'promotion' AS what, null AS posting, null AS unit, null AS event, null AS tie, null AS alleged, act, concerns,
    act AS step, act.possible_from AS begin
  UNION ALL
  MATCH (person)-[alleged:ALLEGED_IN]->(event:Event)
  RETURN 'event' AS what, null AS posting, null AS unit, event, 'alleged' AS tie, alleged, null AS act, null AS concerns,
    event AS step, event.possible_from AS begin
  UNION ALL
  MATCH (person)-[posting:POSTED_TO]->(unit:Unit)
  WHERE posting.function = 'commander' AND coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)-[alleged:ALLEGED_IN]->(event:Event)
  WHERE posting.possible_from < event.possible_to AND event.possible_from < posting.possible_to
  RETURN 'event' AS what, posting, unit, event, 'commander' AS tie, alleged, null AS act, null AS concerns, event AS step,
    CASE WHEN posting.possible_from > event.possible_from THEN posting.possible_from ELSE event.possible_from END AS begin
}
WITH *,
  reduce(f = null, c IN coalesce(step.cited_from, []) | CASE WHEN f IS NULL OR c < f THEN c ELSE f END) AS first_cited,
  reduce(t = null, c IN coalesce(step.cited_to, []) | CASE WHEN t IS NULL OR c > t THEN c ELSE t END) AS last_cited,
  CASE WHEN step = event AND posting.possible_to < event.possible_to THEN posting.possible_to ELSE step.possible_to END AS end,
  // Events that were surely over before the step could begin.
  CASE WHEN what = 'event' THEN null ELSE COLLECT {
    UNWIND events AS told WITH told, told[0] AS e WHERE e.possible_to <= begin
    RETURN told ORDER BY coalesce(e.certain_from, e.possible_to), e.id } END AS earlier
// The last of them that nobody denies; and one that came after it, and that rests on denied links alone.
WITH *, [told IN earlier WHERE NOT told[2] | told[0]] AS undenied, last([told IN earlier | told[0]]) AS last_told
WITH *, last(undenied) AS last_before, CASE WHEN NOT last_told IN undenied THEN last_told END AS last_denied,
  // Where a source names no beginning, a step stands where it is first told of.
  CASE WHEN begin > localdatetime('0001-01-01T00:00:00') THEN begin ELSE coalesce(first_cited, begin) END AS place
RETURN what, first_cited, last_cited, unit, posting.function AS function, coalesce(posting.post, posting.title) AS post,
  posting.rank AS rank,
  CASE WHEN what = 'posting' AND posting.rank IS NOT NULL THEN last(COLLECT {
    UNWIND postings AS p
    WITH p, coalesce(p.certain_from, p.possible_to) AS begun
    WHERE p.rank IS NOT NULL AND p.rank <> posting.rank AND begun <= begin
    RETURN p.rank ORDER BY begun, p.id }) END AS rank_before,
  CASE WHEN posting IS NOT NULL THEN coalesce(posting.acting, false) END AS acting, posting.basis AS basis,
  event, tie, alleged.role AS role, act, last_before, last_denied,
  [told IN earlier WHERE told[0] = last_denied | told[3]] AS denied_ties,
  CASE WHEN last_before IS NOT NULL THEN duration.inDays(localdatetime.truncate('day',
    coalesce(last_before.certain_from, last_before.possible_to - duration({seconds: 1}))), localdatetime.truncate('day', begin)).days
    END AS days_after,
  [told IN earlier | [[x IN told[3] WHERE coalesce(x.disputed, false) | x.id], told[0].id, told[2], false, null, told[3] + [told[0]]]] AS before,
  COLLECT { UNWIND coalesce(earlier, []) + CASE WHEN event IS NULL THEN [] ELSE [[event]] END AS told WITH told[0] AS part
            MATCH (part)-[of:PART_OF]->(:Event) RETURN DISTINCT of } AS part_of, person, posting, alleged, concerns,
  ['Event', 'Unit'] AS through // by which more come under this person
ORDER BY place, end, CASE what WHEN 'event' THEN 1 WHEN 'promotion' THEN 2 ELSE 3 END,
  event.id, act.id, unit.id, posting.id, alleged.id, concerns.id
