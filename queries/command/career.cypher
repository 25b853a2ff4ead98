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
// [columns]
// what          = "text"
// since         = "time"
// until         = "time"
// first_cited   = "time"
// last_cited    = "time"
// unit          = "node"
// function      = "text"
// post          = "text"
// rank          = "text"
// rank_before   = "text"
// acting        = "bool"
// basis         = "text"
// event         = "node"
// tie           = "text"
// role          = "text"
// act           = "node"
// events_before = "int"
// last_before   = "node"
// days_after    = "int"
// certainty     = "text"
// gap_days      = "int"
// person        = "node"
// posting       = "rel"
// alleged       = "rel"
// concerns      = "rel"
// claims        = "claims"
// ///

MATCH (person:Person {id: $person})

// The events of this person: alleged by name, or by a unit that the person possibly commanded then or that answered up to one.
WITH person, COLLECT {
    MATCH (person)-[:ALLEGED_IN]->(e:Event) RETURN e } + COLLECT {
    MATCH (person)-[p:POSTED_TO]->(own:Unit)
    WHERE p.function = 'commander'
    MATCH (own)((:Unit)<-[r:SUBORDINATE_TO WHERE r.relation = 'command']-(:Unit)){0,12}(below:Unit)
    WHERE coalesce(below.kind <> 'unknown', true)
    WITH p, r, below,
      reduce(f = p.possible_from, x IN r | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS path_from,
      reduce(t = p.possible_to, x IN r | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS path_to
    WHERE path_from < path_to
    MATCH (below)-[:ALLEGED_IN]->(e:Event)
    WHERE path_from < e.possible_to AND e.possible_from < path_to
    RETURN e } AS told
WITH person, COLLECT { UNWIND told AS e RETURN DISTINCT e } AS events,
  COLLECT { MATCH (person)-[p:POSTED_TO]->(:Unit) RETURN p } AS postings

// A step begins at `since` at the earliest. `held`: what must hold together; `others`: links without a time.
CALL (person) {
  MATCH (person)-[posting:POSTED_TO]->(unit:Unit)
  RETURN 'posting' AS what, posting, unit, null AS event, null AS tie, null AS alleged, null AS act, null AS concerns,
    [posting] AS held, [] AS others
  UNION ALL
  MATCH (person)<-[concerns:CONCERNS]-(act:Act)
  WHERE act.kind = 'promotion'
  RETURN 'promotion' AS what, null AS posting, null AS unit, null AS event, null AS tie, null AS alleged, act, concerns,
    [act] AS held, [concerns] AS others
  UNION ALL
  MATCH (person)-[alleged:ALLEGED_IN]->(event:Event)
  RETURN 'event' AS what, null AS posting, null AS unit, event, 'alleged' AS tie, alleged, null AS act, null AS concerns,
    [event] AS held, [alleged] AS others
  UNION ALL
  MATCH (person)-[posting:POSTED_TO]->(unit:Unit)
  WHERE posting.function = 'commander' AND coalesce(unit.kind <> 'unknown', true)
  MATCH (unit)-[alleged:ALLEGED_IN]->(event:Event)
  WHERE posting.possible_from < event.possible_to AND event.possible_from < posting.possible_to
  RETURN 'event' AS what, posting, unit, event, 'commander' AS tie, alleged, null AS act, null AS concerns,
    [event, posting] AS held, [alleged] AS others
}
WITH *, head(held) AS step, event.possible_from AS asked_from, event.possible_to AS asked_to
WITH *,
  reduce(f = step.possible_from, x IN held | CASE WHEN x.possible_from > f THEN x.possible_from ELSE f END) AS since,
  reduce(t = step.possible_to, x IN held | CASE WHEN x.possible_to < t THEN x.possible_to ELSE t END) AS until,
  reduce(f = null, c IN coalesce(step.cited_from, []) | CASE WHEN f IS NULL OR c < f THEN c ELSE f END) AS first_cited,
  reduce(t = null, c IN coalesce(step.cited_to, []) | CASE WHEN t IS NULL OR c > t THEN c ELSE t END) AS last_cited

// Of an event: days from it to the far end of the nearest citation of the posting.
WITH *, reduce(near = null, far IN
  [i IN range(0, size(coalesce(posting.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(posting.cited_from[i], asked_from).days, duration.inDays(asked_to, posting.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END) AS gap

// Sure: both cores share a moment, or the core of one contains the other's whole possible range.
WITH *,
  (all(x IN held WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN held | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN held | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN held WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN held WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

// Where a source names no beginning, a step stands where it is first told of.
WITH *, CASE WHEN since > localdatetime('0001-01-01T00:00:00') THEN since ELSE coalesce(first_cited, since) END AS place,
// Events that had surely begun before the step could begin.
  CASE WHEN what = 'event' THEN null ELSE COLLECT {
    UNWIND events AS e
    WITH e, coalesce(e.certain_from, e.possible_to) AS begun WHERE begun <= since
    RETURN [e, coalesce(e.certain_from, e.possible_to - duration({seconds: 1}))] ORDER BY begun, e.id } END AS before
WITH *, last(before)[0] AS last_before

RETURN what, since, until, first_cited, last_cited, unit, posting.function AS function,
  coalesce(posting.post, posting.title) AS post, posting.rank AS rank,
  CASE WHEN what = 'posting' AND posting.rank IS NOT NULL THEN last(COLLECT {
    UNWIND postings AS p
    WITH p, coalesce(p.certain_from, p.possible_to) AS begun
    WHERE p.rank IS NOT NULL AND p.rank <> posting.rank AND begun <= since
    RETURN p.rank ORDER BY begun, p.id }) END AS rank_before,
  CASE WHEN posting IS NULL THEN null ELSE coalesce(posting.acting, false) END AS acting, posting.basis AS basis,
  event, tie, alleged.role AS role, act, size(before) AS events_before, last_before,
  // By the calendar: from the last day on which it can have begun.
  CASE WHEN last_before IS NULL THEN null ELSE duration.inDays(
    localdatetime.truncate('day', last(before)[1]), localdatetime.truncate('day', since)).days END AS days_after,
  CASE WHEN what <> 'event' THEN null
       WHEN NOT sure OR any(x IN held + others WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN held WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  CASE WHEN what <> 'event' THEN null WHEN posting IS NULL THEN 0 ELSE gap END AS gap_days,
  person, posting, alleged, concerns,
  reduce(found = coalesce(last_before.claims, []), x IN held + others | found + coalesce(x.claims, [])) AS claims
ORDER BY place, until, CASE what WHEN 'event' THEN 1 WHEN 'promotion' THEN 2 ELSE 3 END,
  event.id, act.id, unit.id, posting.id, alleged.id, concerns.id
