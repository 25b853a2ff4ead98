// /// query
// title    = "Whose whereabouts are unexplained"
// question = "Between which stays and events does no source say where a person was, and for how many hours?"
// element  = "enforced-disappearance/refusal-to-acknowledge"
// caveat   = "A gap in the sources held, not shown to be concealment; whoever was released in between, and not recorded, is listed too. A release or a stay that a source denies ends no gap: the row names what is said, and who denies it. least_hours are what no source's limits could fill, whether each denial is right or wrong; most_hours, since and until are the most there may be. What is dated so loosely that it may have come before or after another step is listed in each order, as possible. A gap ends at a death, and at a release though its place be denied. Whoever is told of on one day and on the next may have been nowhere for nearly two days: that is listed as possible. What nobody knows the time of begins and ends no gap, and could lie in any."
// related  = ["colocation/custody_chain"]
//
// [params.min_hours]
// type    = "int"
// default = 24
// least   = 0
// help    = "Gaps that may have lasted so many whole hours"
//
// [grade]
// members = ["ends"]
// others  = ["suffered", "said_between"]
// beside  = ["occurred", "about_order"]
// between = ["gap_from", "gap_to"]
// doubted = "filled"
//
// [columns]
// victim       = { type = "node", is = "whose whereabouts are unexplained" }
// last_kind    = { type = "text", is = "what is known last: held, or the kind of event" }
// last_station = { type = "node", is = "where; empty where sources name several places" }
// next_kind    = { type = "text", is = "what is known next; empty: nothing, after a disappearance" }
// next_station = { type = "node", is = "where; empty where sources name several places" }
// most_hours   = { type = "int",  is = "whole hours at most, from when all before it may have been over to when the next had begun at the latest; empty: nobody can say" }
// least_hours  = { type = "int",  is = "whole hours at least: no step's limits could fill them" }
// between      = { type = "texts", is = "what may have been in between: held at a place, or the kind of event. Some say so and others deny it; a release or a death may be undenied, and not dated closely enough" }
// retaken      = { type = "texts", is = "what some say came after a release, and others deny: without it the person was free" }
// unordered    = { type = "texts", is = "what else nobody denies and nobody dates closely enough: it may have come before, after, or in between" }
// last_stay    = "rel"
// last_event   = "node"
// next_stay    = "rel"
// next_event   = "node"
// ends         = "things"
// suffered     = "things"
// occurred     = "things"
// said_between = "things"
// about_order  = "things"
// gap_from     = { type = "time", hidden = true }
// gap_to       = { type = "time", hidden = true }
// filled       = { type = "bool", hidden = true, is = "limits could fill all but fewer hours, the last step's limit lies open, or a release or a death may lie in it" }
// ///

// The steps, as in custody_chain: every stay, and every event the person suffered. Each with when it had begun at the latest,
// when it may have been over at the earliest, whether it is denied, whether it has a core, whether anybody says when it was, and
// whether it ends custody: 1 a release, 2 a death.
// A core surely held; without one it was at some moment of each citation within the limits, else of these: begun before its end.
MATCH (victim:Person)-[tie:HELD_AT|SUFFERED]->(other:Station|Event)
WITH victim, collect(tie) AS ties, collect(DISTINCT CASE type(tie) WHEN 'HELD_AT' THEN tie ELSE other END) AS things,
  collect(CASE WHEN tie.disputed THEN CASE type(tie) WHEN 'HELD_AT' THEN tie.id ELSE other.id END END) AS doubted,
  localdatetime('0001-01-01T00:00:00') AS unknown_from, localdatetime('9999-12-31T00:00:00') AS unknown_to,
  ['arrest', 'transfer', 'detention', 'beating', 'torture', 'sexual_violence', 'disappearance'] AS of_the_living
WHERE size(things) > 1 OR any(x IN things WHERE coalesce(x.kind = 'disappearance', false))
WITH *, [x IN things | [x,
  coalesce(x.certain_from, reduce(first = null, i IN range(0, size(coalesce(x.cited_from, [])) - 1) | CASE
    WHEN x.cited_to[i] <= x.possible_from OR x.possible_to <= x.cited_from[i] OR first <= x.cited_to[i] THEN first
    WHEN x.possible_to <= x.cited_to[i] THEN x.possible_to ELSE x.cited_to[i] END), x.possible_to),
  coalesce(x.certain_to, reduce(last = null, i IN range(0, size(coalesce(x.cited_from, [])) - 1) | CASE
    WHEN x.cited_to[i] <= x.possible_from OR x.possible_to <= x.cited_from[i] OR x.cited_from[i] <= last THEN last
    WHEN x.cited_from[i] <= x.possible_from THEN x.possible_from ELSE x.cited_from[i] END), x.possible_from),
  x.id IN doubted AND none(t IN ties WHERE endNode(t).id = x.id AND NOT coalesce(t.disputed, false)),
  x.certain_from IS NOT NULL,
  x.cited_from IS NOT NULL OR x.certain_from IS NOT NULL OR unknown_from < x.possible_from OR x.possible_to < unknown_to,
  CASE x.kind WHEN 'release' THEN 1 WHEN 'death' THEN 2 WHEN 'killing' THEN 2 ELSE 0 END]] AS every

// Denied steps end no gap and fill none. Where there are some, a second look takes all steps: a gap that a denied one ends.
// A denied death comes before nothing even then: who lives on did not die.
UNWIND CASE WHEN doubted = [] THEN [false] ELSE [false, true] END AS whole
WITH *, CASE WHEN whole OR doubted = [] THEN every ELSE [s IN every WHERE NOT s[3]] END AS steps
WITH *, CASE WHEN whole THEN [s IN steps WHERE NOT s[3] OR s[6] < 2] ELSE steps END AS coming,
  [s IN steps WHERE s[2] < s[1] AND s[5] AND s[6] = 0] AS unplaced,
  any(s IN steps WHERE coalesce(s[0].kind = 'disappearance', false)) AS disappeared

// A gap ends with a step that none which had begun before reaches; or never, after a disappearance. Of what had begun by the same
// moment, a core was there at that moment, all else before it. Most steps are put aside before a row is made of them.
UNWIND [n IN steps WHERE n[5] AND none(s IN coming WHERE s[1] < n[1] AND n[1] <= s[2])]
  + CASE WHEN disappeared THEN [null] ELSE [] END AS after
// Before it came what had begun by then. What may have been over then, and need not have begun, came before it in another order.
UNWIND CASE WHEN after IS NULL OR size(unplaced) = 0 THEN [null] ELSE [null] + [x IN unplaced
  WHERE x[2] < after[1] AND (after[1] < x[1] OR after[1] = x[1] AND NOT after[4] AND x[0].id <> after[0].id)] END AS moved
WITH *, after[1] AS gap_to, [s IN coming WHERE after IS NULL OR s[1] < after[1] OR s[1] = after[1] AND after[4] AND NOT s[4]]
  + CASE WHEN moved IS NULL THEN [] ELSE [moved] END AS before
WITH *, reduce(last = null, s IN before | CASE WHEN last IS NULL OR last < s[2] THEN s[2] ELSE last END) AS gap_from
WHERE (moved IS NULL OR gap_from = moved[2] OR any(r IN before WHERE r[6] > 0 AND NOT r[3])) AND (after IS NULL OR gap_from < gap_to
  AND none(s IN steps WHERE s[5] AND s[1] = gap_to AND s[4] = after[4] AND s[0].id <> coalesce(moved[0].id, '')
    AND (s[6] > 0 AND after[6] = 0 OR (s[6] > 0 OR after[6] = 0) AND s[0].id < after[0].id)))
WITH *, CASE WHEN after IS NOT NULL AND unknown_from < gap_from AND gap_to < unknown_to
  THEN (duration.inSeconds(gap_from, gap_to).seconds - CASE WHEN after[4] THEN 0 ELSE 1 END) / 3600 END AS most_hours
WHERE most_hours IS NULL OR most_hours >= $min_hours

// What came before it: of the steps looked at, and of these without the denied. Never seen again are those who disappeared
// after it; and without what came before in another order alone, for it may end a freedom. Whoever was released, and cannot have been taken since, was free; whoever died, and was not seen alive since, is dead.
// (Yes or no as a column: in a WHERE ArcadeDB misreads `last[3]`.)
WITH *, [before, CASE WHEN whole THEN [s IN before WHERE NOT s[3]] ELSE before END,
    CASE WHEN moved IS NULL THEN [] ELSE [s IN before WHERE s[0].id <> moved[0].id] END] AS known, [s IN before | s[0].id] AS earlier
WITH *, [b IN known | [d IN b WHERE coalesce(d[0].kind = 'disappearance', false)
    AND none(s IN b WHERE d[0].possible_to <= s[0].possible_from)]] AS lost,
  [b IN known | any(r IN b WHERE r[6] = 1 AND NOT r[3]
      AND none(s IN b WHERE s[6] = 0 AND (r[2] < s[1] OR r[2] = s[1] AND r[4] AND s[4])))
    OR any(d IN b WHERE d[6] = 2 AND NOT d[3] AND d[5] AND none(s IN b WHERE d[0].possible_to <= s[2]
      AND (coalesce(s[0].kind IN of_the_living, false) OR any(t IN ties WHERE t.id = s[0].id))))] AS out,
  [s IN before WHERE s[2] = gap_from AND (s[3] OR s[6] = 0)] AS over
WITH *, reduce(l = null, s IN CASE WHEN size(over) > 0 THEN over ELSE [s IN before WHERE (s[3] OR s[6] = 0)
      AND none(r IN before WHERE r[6] = 1 AND NOT r[3] AND NOT (r[2] < s[1] OR r[2] = s[1] AND r[4] AND s[4]))] END |
    CASE WHEN l IS NULL OR l[2] < s[2] OR l[2] = s[2] AND (l[1] < s[1] OR l[1] = s[1] AND s[0].id < l[0].id) THEN s ELSE l END) AS last
WITH *, NOT out[0] AND (moved IS NULL OR gap_from = moved[2] OR out[2]) AND (after IS NOT NULL OR size(lost[0]) > 0) AS is_gap, last[3] OR coalesce(out[1], false) AS hangs,
  coalesce(after[3], any(d IN lost[0] WHERE d[3])) AS ends_denied,
  known[1] = [] OR out[1] OR (none(s IN every WHERE s[5] AND NOT s[3] AND NOT s[0].id IN earlier)
    AND none(d IN every WHERE NOT d[3] AND coalesce(d[0].kind = 'disappearance', false)
      AND none(s IN every WHERE NOT s[3] AND d[0].possible_to <= s[0].possible_from))) AS outside

// The second look adds what a denied step begins or ends, unless it lies within a gap that the first one gave.
WITH * WHERE is_gap AND (NOT whole OR (hangs OR ends_denied) AND outside)
WITH victim, ties, every, of_the_living, unknown_to, gap_from, gap_to, most_hours, before, earlier, hangs, last[0] AS last,
  after[0] AS after, after[1] AS by, after[4] AS reached, [last[0].id, coalesce(after[0].id, '')] AS around,
  [s IN before WHERE NOT s[3]] AS sure,
  CASE WHEN after IS NULL THEN [d IN lost[0] WHERE d[3] | d[0]] ELSE [] END AS denied_lost,
  // Where only that ends the freedom after a release, or shows the dead alive: what is denied, and came after it.
  CASE WHEN coalesce(out[1], false) THEN [s IN before WHERE s[3] AND s[6] = 0 AND s[0].id <> last[0].id
    AND (any(r IN before WHERE r[6] = 1 AND NOT r[3] AND (r[2] < s[1] OR r[2] = s[1] AND r[4] AND s[4]))
      OR any(d IN before WHERE d[6] = 2 AND NOT d[3] AND d[0].possible_to <= s[2]
        AND (coalesce(s[0].kind IN of_the_living, false) OR any(t IN ties WHERE t.id = s[0].id))))]
    ELSE [] END AS taken

// Releases and deaths that may have ended custody before the gap does, though nobody denies them; and what is denied and could lie
// in it, a death unless the person was seen alive since.
WITH *, [r IN before WHERE NOT r[3] AND (r[6] = 2 OR r[6] = 1
    AND none(s IN before WHERE s[6] = 0 AND r[0].possible_to <= s[0].possible_from))] AS perhaps_free,
  CASE WHEN after IS NULL THEN [] ELSE [r IN every WHERE r[6] > 0 AND NOT r[3] AND r[2] < gap_to AND NOT r[0].id IN earlier
    AND NOT (r[1] = by AND r[4] = reached)] END AS perhaps_freed,
  [s IN every WHERE s[3] AND coalesce(s[0].kind <> 'disappearance', true) AND NOT s[0].id IN around
    AND coalesce(s[0].possible_from < gap_to, true) AND (s[6] < 2 AND gap_from < s[0].possible_to OR s[6] = 2
      AND none(l IN sure WHERE s[0].possible_to <= l[2]
        AND (coalesce(l[0].kind IN of_the_living, false) OR any(t IN ties WHERE t.id = l[0].id))))] AS denied
WITH *, perhaps_free + perhaps_freed AS perhaps
WITH *, denied + perhaps AS said,
  [s IN every WHERE s[2] < s[1] AND NOT s[3] AND NOT s[0].id IN around AND gap_from < s[1] AND coalesce(s[2] < gap_to, true)
    AND none(r IN perhaps WHERE r[0].id = s[0].id)] AS loose

// The hours that no step's limits could fill, whatever of the denied is right: none if the person may have been free or dead before.
WITH *,
  reduce(end = null, s IN sure | CASE WHEN end IS NULL OR end < s[0].possible_to THEN s[0].possible_to ELSE end END) AS free_from,
  reduce(begin = after.possible_from, x IN [s IN every WHERE NOT s[3] AND NOT s[0].id IN earlier | s[0]] + [s IN denied WHERE s[6] > 0 | s[0]] |
    CASE WHEN x.possible_from < begin THEN x.possible_from ELSE begin END) AS free_to
WITH *, [s IN every WHERE s[3] AND s[6] = 0 AND NOT s[0].id IN around AND s[0].possible_from < free_to
  AND free_from < s[0].possible_to | s[0]] AS filling
WITH *, reduce(ends = [free_from], f IN filling | CASE WHEN any(e IN ends WHERE e = f.possible_to) THEN ends ELSE ends + [f.possible_to] END) AS begins
WITH *, CASE WHEN after IS NULL THEN null
  WHEN hangs OR size(perhaps_free) > 0 THEN 0
  ELSE reduce(sum = 0, b IN [b IN begins WHERE b < free_to AND none(f IN filling WHERE f.possible_from <= b AND b < f.possible_to)] |
    sum + duration.inSeconds(b, reduce(end = free_to, f IN filling |
      CASE WHEN b < f.possible_from AND f.possible_from < end THEN f.possible_from ELSE end END)).seconds) END AS least

// A row is the step before, the one after, and what joins them to the person and the place.
WITH *, least / 3600 AS least_hours,
  head([x IN ties WHERE x.id = last.id]) AS last_stay, head([x IN ties WHERE x.id = after.id]) AS next_stay
WITH *, CASE WHEN last_stay IS NULL THEN last END AS last_event, CASE WHEN next_stay IS NULL THEN after END AS next_event
WITH *, [x IN [last, after] WHERE x IS NOT NULL] AS timed, [x IN [last_event, next_event] WHERE x IS NOT NULL] AS happened
WITH *, [s IN ties WHERE any(e IN happened + denied_lost WHERE e = endNode(s))] AS suffered,
  CASE WHEN happened = [] THEN [] ELSE
    COLLECT { UNWIND happened AS e MATCH (e)-[o:OCCURRED_AT]->(:Station) RETURN o ORDER BY endNode(o).id, o.id } END AS occurred,
  CASE WHEN size(said) + size(taken) + size(loose) = 0 THEN [] ELSE COLLECT {
    UNWIND [s IN said | [s[0], 1]] + [s IN taken | [s[0], 2]] + [s IN loose | [s[0], 3]] AS s
    WITH s, head([x IN ties WHERE x.id = s[0].id]) AS stay
    RETURN [s[1],
      CASE WHEN stay IS NULL THEN coalesce(s[0].kind, 'other') ELSE 'held at ' + coalesce(endNode(stay).name, endNode(stay).id) END]
    ORDER BY s[0].possible_from, s[0].id } END AS words
// Where the events were. Told at several places, whoever denies one, one was at one of them.
WITH *, [e IN [last_event, next_event] | [o IN occurred WHERE startNode(o) = e | endNode(o)]] AS places
WITH *, [p IN places | CASE WHEN all(x IN p WHERE x = p[0]) THEN p[0] END] AS place
RETURN victim, CASE WHEN last_stay IS NULL THEN coalesce(last_event.kind, 'other') ELSE 'held' END AS last_kind,
  coalesce(endNode(last_stay), place[0]) AS last_station,
  CASE WHEN next_stay IS NOT NULL THEN 'held' WHEN next_event IS NOT NULL THEN coalesce(next_event.kind, 'other') END AS next_kind,
  coalesce(endNode(next_stay), place[1]) AS next_station,
  most_hours, least_hours, [w IN words WHERE w[0] = 1 | w[1]] AS between, [w IN words WHERE w[0] = 2 | w[1]] AS retaken,
  [w IN words WHERE w[0] = 3 | w[1]] AS unordered, last_stay, last_event, next_stay, next_event, timed AS ends, suffered, occurred,
  [s IN said + taken | s[0]] + [x IN ties WHERE any(s IN said + taken WHERE s[0].id = endNode(x).id)] AS said_between,
  [s IN loose | s[0]] + [x IN ties WHERE any(s IN loose WHERE s[0].id = endNode(x).id)] AS about_order, gap_from, gap_to,
  size(perhaps) > 0 OR CASE WHEN after IS NULL THEN coalesce(free_from = unknown_to, true) ELSE least_hours < $min_hours OR least = 0 END AS filled
ORDER BY victim.id, gap_from, gap_to, after.id, last.id
