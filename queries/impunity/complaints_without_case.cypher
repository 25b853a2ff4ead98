// /// query
// title    = "Complaints that led to nothing"
// question = "Which complaints made in the period did no case answer, who refused them after how long, and how many were there of each forum?"
// element  = "torture/prompt-investigation"
// caveat   = "Without case means that none is recorded as answering the complaint or about it, not that none was opened; other_cases counts cases about the same event. The counts by forum are those of the whole answer, rows left out below included; a complaint told twice and not yet joined counts twice."
// related  = ["impunity/reprisals"]
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period in which the complaint was made; a limit left out is open"
//
// [columns]
// forum            = "text"
// forum_complaints = "int"
// forum_without    = "int"
// forum_refused    = "int"
// complaint        = "node"
// complainant      = "node"
// since            = "time"
// until            = "time"
// covers           = "bool"
// answer           = "text"
// refusal          = "node"
// refused_by       = "text"
// outcome          = "text"
// refused_since    = "time"
// refused_until    = "time"
// days_least       = "int"
// days_most        = "int"
// other_cases      = "int"
// certainty        = "text"
// gap_days         = "int"
// made_by          = "rel"
// answers          = "path"
// claims           = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to,
     ['domestic_case', 'case_abroad', 'charge', 'sanction'] AS cases
MATCH (complaint:Proceeding)
WHERE complaint.kind = 'complaint' AND complaint.possible_from < asked_to AND asked_from < complaint.possible_to

// What answers it, also by way of an appeal, and what is about it. A charge of who complained is no case for the complaint.
WITH *, COLLECT {
    MATCH (complaint)((:Proceeding)<-[a:ANSWERS]-(:Proceeding)){1,12}(found:Proceeding)
    WHERE found.kind IN cases
      AND NOT EXISTS { MATCH (complaint)-[:MADE_BY]->(:Person)<-[:CONCERNS]-(found) WHERE found.kind IN ['charge', 'sanction'] }
    RETURN {denied: any(x IN a WHERE coalesce(x.disputed, false)), claims: coalesce(found.claims, [])
      + reduce(told = [], x IN a | told + coalesce(x.claims, []))} } + COLLECT {
    MATCH (complaint)<-[a:CONCERNS]-(found:Proceeding)
    WHERE found.kind IN cases
      AND NOT EXISTS { MATCH (complaint)-[:MADE_BY]->(:Person)<-[:CONCERNS]-(found) WHERE found.kind IN ['charge', 'sanction'] }
    RETURN {denied: coalesce(a.disputed, false), claims: coalesce(found.claims, []) + coalesce(a.claims, [])} } AS opened
WITH *, all(o IN opened WHERE o.denied) AS without
WITH *, without AND EXISTS {
  MATCH (complaint)((:Proceeding)<-[:ANSWERS]-(:Proceeding)){1,12}(r:Proceeding) WHERE r.kind = 'refusal' } AS refused
WITH asked_from, asked_to, cases, complaint.forum AS forum, count(complaint) AS forum_complaints,
  sum(CASE WHEN without THEN 1 ELSE 0 END) AS forum_without, sum(CASE WHEN refused THEN 1 ELSE 0 END) AS forum_refused,
  collect({complaint: complaint, without: without, refused: refused, opened: opened}) AS found
UNWIND [f IN found WHERE f.without] AS f
WITH asked_from, asked_to, cases, forum, forum_complaints, forum_without, forum_refused,
  f.complaint AS complaint, f.refused AS refused, f.opened AS opened

OPTIONAL MATCH (complaint)-[made_by:MADE_BY]->(complainant:Person)
OPTIONAL MATCH answers = (complaint)((:Proceeding)<-[:ANSWERS]-(:Proceeding)){1,12}(refusal:Proceeding)
WHERE refusal.kind = 'refusal'
WITH *, coalesce(relationships(answers), []) AS steps,
     CASE WHEN complaint.possible_from > asked_from THEN complaint.possible_from ELSE asked_from END AS since,
     CASE WHEN complaint.possible_to < asked_to THEN complaint.possible_to ELSE asked_to END AS until,
     asked_from <= complaint.possible_from AND complaint.possible_to <= asked_to AS whole,
     coalesce(complaint.certain_from < asked_to AND asked_from < complaint.certain_to, false) AS core_met,
     coalesce(complaint.cited_from, []) AS cited_from, coalesce(complaint.cited_to, []) AS cited_to,
// Each had begun by that moment at the latest.
     coalesce(complaint.certain_from, complaint.possible_to) AS made_to,
     coalesce(refusal.certain_from, refusal.possible_to) AS refused_to

// Days by the calendar, from the last day on which the one can have begun to the first of the other, and the other way round.
WITH *, CASE WHEN refusal IS NULL THEN null ELSE duration.inDays(
       localdatetime.truncate('day', coalesce(complaint.certain_from, complaint.possible_to - duration({seconds: 1}))),
       localdatetime.truncate('day', coalesce(refusal.possible_from, made_to))).days END AS least,
     CASE WHEN refusal IS NULL THEN null ELSE duration.inDays(
       localdatetime.truncate('day', complaint.possible_from),
       localdatetime.truncate('day', coalesce(refusal.certain_from, refusal.possible_to - duration({seconds: 1}), made_to))).days
       END AS most

RETURN forum, forum_complaints, forum_without, forum_refused, complaint, complainant, since, until, whole AS covers,
  CASE WHEN refused THEN 'refused'
       WHEN EXISTS { MATCH (complaint)<-[:ANSWERS]-(:Proceeding) } THEN 'answered otherwise'
       ELSE 'none' END AS answer,
  refusal, refusal.forum AS refused_by, refusal.outcome AS outcome,
  refusal.possible_from AS refused_since, refusal.possible_to AS refused_until,
  CASE WHEN refusal.possible_from = localdatetime('0001-01-01T00:00:00') OR made_to = localdatetime('9999-12-31T00:00:00')
       THEN null WHEN least < 0 THEN 0 ELSE least END AS days_least,
  CASE WHEN complaint.possible_from = localdatetime('0001-01-01T00:00:00') OR refused_to = localdatetime('9999-12-31T00:00:00')
       THEN null ELSE most END AS days_most,
  size(COLLECT {
    MATCH (complaint)-[:CONCERNS]->(:Event)<-[:CONCERNS]-(other:Proceeding)
    WHERE other.kind IN cases AND NOT EXISTS {
      MATCH (complaint)-[:MADE_BY]->(:Person)<-[:CONCERNS]-(other) WHERE other.kind IN ['charge', 'sanction'] }
    RETURN DISTINCT other.id }) AS other_cases,
  // Sure: its core meets the period, or all of its possible range lies in it; a case that is denied leaves it possible.
  CASE WHEN NOT (core_met OR whole) OR size(opened) > 0 OR coalesce(made_by.disputed, false)
         OR any(x IN steps WHERE coalesce(x.disputed, false)) THEN 'possible'
       WHEN NOT coalesce(complaint.bridged, false) OR any(i IN range(0, size(cited_from) - 1) WHERE
              cited_from[i] <= since AND until <= cited_to[i]
              AND cited_from[i] = localdatetime.truncate('day', cited_from[i])
              AND cited_to[i] = cited_from[i] + duration({days: 1})) THEN 'certain'
       ELSE 'assumed' END AS certainty,
  // Days to the far end of its nearest citation, from the period.
  reduce(near = null, far IN
    [i IN range(0, size(cited_from) - 1) | reduce(most = 0, days IN
      [duration.inDays(cited_from[i], asked_from).days, duration.inDays(asked_to, cited_to[i]).days] |
      CASE WHEN days > most THEN days ELSE most END)] |
    CASE WHEN near IS NULL OR far < near THEN far ELSE near END) AS gap_days,
  made_by, answers,
  reduce(told = coalesce(complaint.claims, []) + coalesce(made_by.claims, []) + coalesce(refusal.claims, []), c IN
    [x IN steps | coalesce(x.claims, [])] + [o IN opened | o.claims] | told + c) AS claims
ORDER BY forum, since, until, complaint.id, complainant.id, made_by.id, refused_since, refusal.id, [x IN steps | x.id]
