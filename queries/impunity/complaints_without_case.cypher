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
// [grade]
// members = ["complaint"]
// others  = ["made_by", "answers", "opened"]
// beside  = ["refusal"]
// asked   = "period"
// covers  = "complaint"
// order   = ["forum", "since", "until", "complaint", "complainant", "made_by", "refused_since", "refusal", "answers"]
//
// [columns]
// forum            = { type = "text", is = "to whom the complaint was made" }
// forum_complaints = { type = "int",  is = "complaints made there in the period" }
// forum_without    = { type = "int",  is = "of these, without a case" }
// forum_refused    = { type = "int",  is = "of these, refused" }
// complaint        = { type = "node", is = "a complaint that led to no case" }
// complainant      = "node"
// answer           = { type = "text", is = "refused, answered otherwise, or none" }
// refusal          = "node"
// refused_by       = "text"
// outcome          = "text"
// refused_since    = { type = "time", is = "when it was refused, at the earliest" }
// refused_until    = { type = "time", is = "at the latest" }
// days_least       = { type = "int", least_days = ["complaint", "refusal"], is = "days from the one to the other, at least" }
// days_most        = { type = "int", most_days = ["complaint", "refusal"], is = "at most" }
// other_cases      = { type = "int",  is = "cases about the same event that do not answer the complaint" }
// made_by          = "rel"
// answers          = "path"
// opened           = "things"
// ///

WITH ['domestic_case', 'case_abroad', 'charge', 'sanction'] AS cases
MATCH (complaint:Proceeding)
WHERE complaint.kind = 'complaint' AND ($from IS NULL OR $from < complaint.possible_to) AND ($to IS NULL OR complaint.possible_from < $to)

// What answers it, also by way of an appeal, and what is about it. A charge of who complained is no case for the complaint.
WITH *, COLLECT {
    MATCH way = (complaint)((:Proceeding)<-[:ANSWERS]-(:Proceeding)){1,12}(found:Proceeding)
    WHERE found.kind IN cases
      AND NOT EXISTS { MATCH (complaint)-[:MADE_BY]->(:Person)<-[:CONCERNS]-(found) WHERE found.kind IN ['charge', 'sanction'] }
    RETURN [found] + relationships(way) } + COLLECT {
    MATCH (complaint)<-[about:CONCERNS]-(found:Proceeding)
    WHERE found.kind IN cases
      AND NOT EXISTS { MATCH (complaint)-[:MADE_BY]->(:Person)<-[:CONCERNS]-(found) WHERE found.kind IN ['charge', 'sanction'] }
    RETURN [found, about] } AS opened

// A case that somebody denies leaves it possible that there is none.
WITH *, all(way IN opened WHERE any(x IN way WHERE coalesce(x.disputed, false))) AS without
WITH *, without AND EXISTS {
  MATCH (complaint)((:Proceeding)<-[:ANSWERS]-(:Proceeding)){1,12}(r:Proceeding) WHERE r.kind = 'refusal' } AS refused
WITH cases, complaint.forum AS forum, count(complaint) AS forum_complaints,
  sum(CASE WHEN without THEN 1 ELSE 0 END) AS forum_without, sum(CASE WHEN refused THEN 1 ELSE 0 END) AS forum_refused,
  collect([complaint, without, refused, opened]) AS found
UNWIND [f IN found WHERE f[1]] AS f
WITH cases, forum, forum_complaints, forum_without, forum_refused, f[0] AS complaint, f[2] AS refused, f[3] AS opened
OPTIONAL MATCH (complaint)-[made_by:MADE_BY]->(complainant:Person)
OPTIONAL MATCH answers = (complaint)((:Proceeding)<-[:ANSWERS]-(:Proceeding)){1,12}(refusal:Proceeding)
WHERE refusal.kind = 'refusal'
RETURN forum, forum_complaints, forum_without, forum_refused, complaint, complainant,
  CASE WHEN refused THEN 'refused'
       WHEN EXISTS { MATCH (complaint)<-[:ANSWERS]-(:Proceeding) } THEN 'answered otherwise'
       ELSE 'none' END AS answer,
  refusal, refusal.forum AS refused_by, refusal.outcome AS outcome,
  refusal.possible_from AS refused_since, refusal.possible_to AS refused_until,
  size(COLLECT {
    MATCH (complaint)-[:CONCERNS]->(:Event)<-[:CONCERNS]-(other:Proceeding)
    WHERE other.kind IN cases AND NOT EXISTS {
      MATCH (complaint)-[:MADE_BY]->(:Person)<-[:CONCERNS]-(other) WHERE other.kind IN ['charge', 'sanction'] }
    RETURN DISTINCT other.id }) AS other_cases,
  made_by, answers, opened
ORDER BY forum, complaint.possible_from, complaint.id, complainant.id, made_by.id, refused_since, refusal.id
