// /// query
// title    = "Who held command of this unit"
// question = "Who commanded this unit on the day, with whom did the command overlap, and was it vacant?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "A row without holder means that no source names one, not that the command was vacant. Formal authority, not effective control."
// related  = ["command/chain_up", "command/commanders_at_station"]
//
// [params.unit]
// type = "id"
// of   = "Unit"
// help = "The unit, by id or by name"
//
// [params.on]
// type    = "day"
// default = "any"
// help    = "The day; left out: all holders at all times"
//
// [columns]
// holder    = "node"
// acting    = "bool"
// rank      = "text"
// title     = "text"
// basis     = "text"
// overlap   = "bool"
// since     = "time"
// until     = "time"
// covers    = "bool"
// certainty = "text"
// gap_days  = "int"
// posting   = "rel"
// unit      = "node"
// claims    = "claims"
// ///

MATCH (unit:Unit {id: $unit})
WITH unit,
     coalesce(localdatetime($on_from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($on_to), localdatetime('9999-12-31T00:00:00')) AS asked_to
OPTIONAL MATCH (unit)<-[posting:POSTED_TO]-(holder:Person)
WHERE posting.function = 'commander' AND posting.possible_from < asked_to AND asked_from < posting.possible_to
// Without a day there is nothing to be vacant on.
WITH * WHERE $on_from IS NOT NULL OR posting IS NOT NULL
WITH *, CASE WHEN posting IS NULL THEN [] ELSE [posting] END AS members,
     CASE WHEN posting.possible_from > asked_from THEN posting.possible_from ELSE asked_from END AS since,
     CASE WHEN posting.possible_to < asked_to THEN posting.possible_to ELSE asked_to END AS until

// Of each member: days to the far end of its nearest citation, from the day.
WITH *, [x IN members | reduce(near = null, far IN
  [i IN range(0, size(coalesce(x.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(x.cited_from[i], asked_from).days, duration.inDays(asked_to, x.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END)] AS gaps

// Sure: all cores share a moment of the day, or the cores of all but one contain that one's whole possible range.
WITH *,
  (all(x IN members WHERE x.certain_from IS NOT NULL)
    AND reduce(f = asked_from, x IN members | CASE WHEN x.certain_from > f THEN x.certain_from ELSE f END)
      < reduce(t = asked_to, x IN members | CASE WHEN x.certain_to < t THEN x.certain_to ELSE t END))
  OR any(x IN members WHERE asked_from <= x.possible_from AND x.possible_to <= asked_to AND all(y IN members WHERE
       y.id = x.id OR coalesce(y.certain_from <= x.possible_from AND x.possible_to <= y.certain_to, false))) AS sure

RETURN holder, CASE WHEN posting IS NULL THEN null ELSE coalesce(posting.acting, false) END AS acting,
  posting.rank AS rank, posting.title AS title, posting.basis AS basis,
  CASE WHEN posting IS NULL THEN null ELSE EXISTS {
    MATCH (unit)<-[p:POSTED_TO]-(other:Person)
    WHERE p.function = 'commander' AND other <> holder AND p.possible_from < until AND since < p.possible_to } END AS overlap,
  since, until,
  CASE WHEN $on_from IS NULL THEN null ELSE since = asked_from AND until = asked_to END AS covers,
  CASE WHEN $on_from IS NULL OR posting IS NULL THEN null
       WHEN NOT sure OR any(x IN members WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN all(x IN members WHERE NOT coalesce(x.bridged, false)
         OR any(i IN range(0, size(coalesce(x.cited_from, [])) - 1) WHERE
              x.cited_from[i] <= since AND until <= x.cited_to[i]
              AND x.cited_from[i] = localdatetime.truncate('day', x.cited_from[i])
              AND x.cited_to[i] = x.cited_from[i] + duration({days: 1}))) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  CASE WHEN $on_from IS NULL OR posting IS NULL THEN null ELSE gaps[0] END AS gap_days,
  posting, unit,
  reduce(found = [], x IN members | found + coalesce(x.claims, [])) AS claims
ORDER BY since, until, holder.id, posting.id
