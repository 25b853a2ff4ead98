// /// query
// title    = "Whose whereabouts are unexplained"
// question = "Between which stays and events does no source say where a person was, and for how many hours?"
// element  = "enforced-disappearance/refusal-to-acknowledge"
// caveat   = "A gap in the sources held, not shown to be concealment; whoever was released in between, and not recorded, is listed too. Sure are only hours that no source's limits could fill; between cores or citations there may be more. An event counts for all the time it could have been."
// related  = ["colocation/custody_chain"]
//
// [params.min_hours]
// type    = "int"
// default = 24
// least   = 0
// help    = "Whole hours without any word, at least"
//
// [grade]
// members = ["ends"]
// others  = ["suffered", "occurred"]
// between = ["gap_from", "gap_to"]
// doubted = "filled"
//
// [columns]
// victim       = { type = "node", is = "whose whereabouts are unexplained" }
// last_kind    = { type = "text", is = "what is known last: held, or the kind of event" }
// last_station = { type = "node", is = "where" }
// next_kind    = { type = "text", is = "what is known next; empty: nothing, after a disappearance" }
// next_station = { type = "node", is = "where" }
// most_hours   = { type = "int",  is = "whole hours from the one to the other" }
// least_hours  = { type = "int",  is = "of these, hours that no step's limits could fill either" }
// last_stay    = "rel"
// last_event   = "node"
// next_stay    = "rel"
// next_event   = "node"
// ends         = "things"
// suffered     = "things"
// occurred     = "things"
// gap_from     = { type = "time", hidden = true }
// gap_to       = { type = "time", hidden = true }
// filled       = { type = "bool", hidden = true, is = "limits could fill so many hours, or the last step's limit lies open" }
// ///

// The steps, as in custody_chain: every stay, and every event the person suffered. Each with when it is known to have
// held: its core, else its citations as far as they lie within its limits, else the limits.
MATCH (victim:Person)-[tie:HELD_AT|SUFFERED]->(other:Station|Event)
WITH victim, collect(tie) AS ties, collect(DISTINCT CASE type(tie) WHEN 'HELD_AT' THEN tie ELSE other END) AS things
WITH victim, ties, things, any(x IN things WHERE coalesce(x.kind = 'disappearance', false)) AS disappeared
WHERE disappeared OR size(things) > 1
WITH victim, ties, disappeared, [x IN things | [x,
  coalesce(x.certain_from, reduce(first = null, i IN range(0, size(coalesce(x.cited_from, [])) - 1) | CASE
    WHEN x.cited_to[i] <= x.possible_from OR x.possible_to <= x.cited_from[i] THEN first
    WHEN x.cited_from[i] <= x.possible_from THEN x.possible_from
    WHEN first IS NULL OR x.cited_from[i] < first THEN x.cited_from[i] ELSE first END), x.possible_from),
  coalesce(x.certain_to, reduce(last = null, i IN range(0, size(coalesce(x.cited_from, [])) - 1) | CASE
    WHEN x.cited_to[i] <= x.possible_from OR x.possible_to <= x.cited_from[i] THEN last
    WHEN x.possible_to <= x.cited_to[i] THEN x.possible_to
    WHEN last IS NULL OR last < x.cited_to[i] THEN x.cited_to[i] ELSE last END), x.possible_to)]] AS steps

// A gap ends with a step that none known to have begun before it reaches; or never, after a disappearance. Most steps are
// put aside before a row is made of them.
UNWIND [n IN steps WHERE any(s IN steps WHERE s[1] < n[1]) AND none(s IN steps WHERE s[1] < n[1] AND n[1] < s[2])]
  + CASE WHEN disappeared THEN [null] ELSE [] END AS next
WITH victim, ties, steps, next, next[1] AS gap_to, reduce(last = null, s IN steps | CASE
  WHEN (next IS NULL OR s[1] < next[1]) AND (last IS NULL OR last < s[2]) THEN s[2] ELSE last END) AS gap_from
WHERE next IS NULL OR gap_from < gap_to AND none(s IN steps WHERE s[1] = gap_to AND s[0].id < next[0].id)
WITH *, CASE WHEN next IS NULL THEN steps ELSE [s IN steps WHERE s[1] < gap_to] END AS before,
  CASE WHEN next IS NOT NULL THEN duration.inSeconds(gap_from, gap_to).seconds / 3600 END AS most_hours
WHERE most_hours >= $min_hours OR (next IS NULL AND any(d IN before WHERE coalesce(d[0].kind = 'disappearance', false)
  AND none(s IN before WHERE d[0].possible_to <= s[0].possible_from)))
WITH victim, ties, steps, next[0] AS after, gap_from, gap_to, before, most_hours

// Whoever was released, and not taken since, was free.
WITH * WHERE NOT any(r IN before WHERE coalesce(r[0].kind = 'release', false)
  AND none(s IN before WHERE coalesce(s[0].kind <> 'release', true) AND r[0].possible_to <= s[0].possible_from))

// The hours that no step's limits could fill either; and the step before the gap.
WITH victim, ties, after, gap_from, gap_to, most_hours,
  reduce(end = null, s IN before | CASE WHEN end IS NULL OR end < s[0].possible_to THEN s[0].possible_to ELSE end END) AS free_from,
  reduce(begin = null, s IN [s IN steps WHERE gap_to <= s[1]] |
    CASE WHEN begin IS NULL OR s[0].possible_from < begin THEN s[0].possible_from ELSE begin END) AS free_to,
  reduce(l = null, s IN [s IN before WHERE s[2] = gap_from] | CASE WHEN l IS NULL OR s[0].id < l.id THEN s[0] ELSE l END) AS last

// A row is the step before, the one after, and what joins them to the person and the place.
WITH victim, ties, gap_from, gap_to, most_hours, free_from, after, last,
  CASE WHEN free_from < free_to THEN duration.inSeconds(free_from, free_to).seconds / 3600
       WHEN gap_to IS NOT NULL THEN 0 END AS least_hours,
  head([x IN ties WHERE x.id = last.id]) AS last_stay, head([x IN ties WHERE x.id = after.id]) AS next_stay
WITH *, CASE WHEN last_stay IS NULL THEN last END AS last_event, CASE WHEN next_stay IS NULL THEN after END AS next_event
WITH *, [x IN [last, after] WHERE x IS NOT NULL] AS timed, [x IN [last_event, next_event] WHERE x IS NOT NULL] AS happened
WITH *, [s IN ties WHERE any(e IN happened WHERE e = endNode(s))] AS suffered,
  CASE WHEN happened = [] THEN [] ELSE
    COLLECT { UNWIND happened AS e MATCH (e)-[o:OCCURRED_AT]->(:Station) RETURN o ORDER BY endNode(o).id, o.id } END AS occurred
RETURN victim, CASE WHEN last_stay IS NULL THEN coalesce(last_event.kind, 'other') ELSE 'held' END AS last_kind,
  coalesce(endNode(last_stay), endNode(head([o IN occurred WHERE startNode(o) = last_event]))) AS last_station,
  CASE WHEN next_stay IS NOT NULL THEN 'held' WHEN next_event IS NOT NULL THEN coalesce(next_event.kind, 'other') END AS next_kind,
  coalesce(endNode(next_stay), endNode(head([o IN occurred WHERE startNode(o) = next_event]))) AS next_station,
  most_hours, least_hours, last_stay, last_event, next_stay, next_event, timed AS ends, suffered, occurred, gap_from, gap_to,
  CASE WHEN after IS NULL THEN free_from = localdatetime('9999-12-31T00:00:00') ELSE least_hours < $min_hours END AS filled
ORDER BY victim.id, gap_from, gap_to
