// /// query
// title    = "Complaints that led to nothing"
// question = "Which complaints made in the period did no case answer, who refused them and where, after how long, and how many were there of each forum?"
// element  = "torture/prompt-investigation"
// caveat   = "Without case means that none is recorded as answering the complaint or about it, not that none was opened; other_cases counts cases about the same event. The counts by forum are those of the whole answer, rows left out below included."
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
// beside  = ["refusal", "refusers", "replies"]
// asked   = "period"
// covers  = "complaint"
// order   = ["forum", "since", "until", "complaint", "complainant", "made_by", "refused_since", "refusal", "answers"]
//
// [columns]
// forum            = { type = "text", is = "to whom the complaint was made" }
// forum_complaints = { type = "int", count = "made", by = ["forum"], is = "complaints made there in the period" }
// forum_without    = { type = "int", count = "failed", by = ["forum"], is = "of these, without a case" }
// forum_refused    = { type = "int", count = "turned_down", by = ["forum"], is = "of these, refused" }
// complaint        = { type = "node", is = "a complaint that led to no case" }
// complainant      = "node"
// answer           = { type = "text", is = "refused; refused, but denied; answered otherwise; answered, but denied: each answer or case is denied; or none" }
// case_denied      = { type = "bool", is = "whether a case is recorded for it; each that is, somebody denies" }
// refusal          = "node"
// refusal_forum    = { type = "text", is = "the body that refused it, as sources name it" }
// refused_by       = { type = "texts", is = "persons and units who refused it" }
// outcome          = "text"
// refused_since    = { type = "time", is = "when it was refused, at the earliest" }
// refused_until    = { type = "time", is = "at the latest" }
// days_least       = { type = "int", least_days = ["complaint", "refusal"], is = "days from the one to the other, at least" }
// days_most        = { type = "int", most_days = ["complaint", "refusal"], is = "at most" }
// other_cases      = { type = "int",  is = "cases about the same event that do not answer the complaint; as told now, without a range" }
// made_by          = "rel"
// answers          = "path"
// opened           = "things"
// refusers         = "things"
// replies          = "things"
// made             = "things"
// failed           = "things"
// turned_down      = "things"
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

// Those ways of it that stay if who complained is one with whoever may be: of each, whether it is denied.
WITH *, COLLECT { MATCH (complaint)-[:MADE_BY]->(p:Person) UNWIND coalesce($alike[p.id], [p.id]) AS id RETURN id } AS may_have_made
WITH *, COLLECT {
  UNWIND opened AS way
  WITH way, way[0] AS found
  WHERE NOT EXISTS { MATCH (found)-[:CONCERNS]->(p:Person) WHERE found.kind IN ['charge', 'sanction'] AND p.id IN may_have_made }
  RETURN any(x IN way WHERE coalesce(x.disputed, false)) } AS staying

// A case that somebody denies leaves it possible that there is none; so does a refusal. Counted are the complaint, and what
// is denied of its being made, without a case, refused.
WITH *, all(way IN opened WHERE any(x IN way WHERE coalesce(x.disputed, false))) AS without,
  COLLECT { MATCH (complaint)-[m:MADE_BY]->(:Person) RETURN m } AS makings
WITH *, CASE WHEN NOT without AND all(denied IN staying WHERE denied) THEN 'comes' END AS comes
WITH *, size(CASE WHEN without THEN opened ELSE staying END) > 0 AS case_denied, [m IN makings WHERE coalesce(m.disputed, false) | m.id] AS makers, size(makings) > 0 AND all(m IN makings WHERE coalesce(m.disputed, false)) AS unmade,
  reduce(all = [], way IN opened | all + [x IN way WHERE coalesce(x.disputed, false) | x.id]) AS openers
WITH *, COLLECT {
  MATCH (complaint)((:Proceeding)<-[a:ANSWERS]-(:Proceeding)){1,12}(r:Proceeding) WHERE (without OR comes IS NOT NULL) AND r.kind = 'refusal'
  RETURN [any(x IN a WHERE coalesce(x.disputed, false)), [x IN a WHERE coalesce(x.disputed, false) | x.id]] } AS refusals,
  COLLECT { MATCH (complaint)<-[a:ANSWERS]-(:Proceeding) RETURN coalesce(a.disputed, false) } AS answerings
WITH cases, toLower(trim(complaint.forum)) AS forum, min(complaint.forum) AS called,
  collect([makers, complaint.id, unmade, false, null, [complaint]]) AS made,
  collect(CASE WHEN without OR comes IS NOT NULL
    THEN [makers + openers, complaint.id, unmade OR case_denied, false, comes, [complaint]] END) AS failed,
  collect(CASE WHEN size(refusals) > 0
    THEN [reduce(all = makers + openers, way IN refusals | all + way[1]), complaint.id,
          unmade OR case_denied OR all(way IN refusals WHERE way[0]), false, comes, [complaint]] END) AS turned_down,
  collect(CASE WHEN without THEN [complaint, CASE
    WHEN any(way IN refusals WHERE NOT way[0]) THEN 'refused'
    WHEN size(refusals) > 0 THEN 'refused, but denied'
    WHEN any(denied IN answerings WHERE NOT denied) THEN 'answered otherwise'
    WHEN size(answerings) > 0 OR size(opened) > 0 THEN 'answered, but denied'
    ELSE 'none' END, opened] END) AS found
UNWIND range(0, size(found) - 1) AS at
WITH cases, called AS forum, found[at][0] AS complaint, found[at][1] AS answer, found[at][2] AS opened,
  CASE WHEN at = 0 THEN made ELSE [] END AS made, CASE WHEN at = 0 THEN failed ELSE [] END AS failed,
  CASE WHEN at = 0 THEN turned_down ELSE [] END AS turned_down
OPTIONAL MATCH (complaint)-[made_by:MADE_BY]->(complainant:Person)
OPTIONAL MATCH answers = (complaint)((:Proceeding)<-[:ANSWERS]-(:Proceeding)){1,12}(refusal:Proceeding)
WHERE refusal.kind = 'refusal'
RETURN forum, complaint, complainant, answer, size(opened) > 0 AS case_denied, refusal, refusal.forum AS refusal_forum,
  COLLECT { MATCH (refusal)-[m:MADE_BY]->(who:Person|Unit) WITH coalesce(who.name, who.id) AS name, coalesce(m.disputed, false) AS disputed
            RETURN DISTINCT name + CASE WHEN disputed THEN ' (disputed)' ELSE '' END AS name ORDER BY name } AS refused_by, refusal.outcome AS outcome,
  refusal.possible_from AS refused_since, refusal.possible_to AS refused_until,
  size(COLLECT {
    MATCH (complaint)-[:CONCERNS]->(:Event)<-[:CONCERNS]-(other:Proceeding)
    WHERE other.kind IN cases AND NOT EXISTS {
      MATCH (complaint)-[:MADE_BY]->(:Person)<-[:CONCERNS]-(other) WHERE other.kind IN ['charge', 'sanction'] }
    RETURN DISTINCT other.id }) AS other_cases,
  made_by, answers, opened, COLLECT { MATCH (refusal)-[m:MADE_BY]->(:Person|Unit) RETURN m } AS refusers,
  COLLECT { MATCH (complaint)<-[a:ANSWERS]-(:Proceeding) RETURN a } AS replies, made, failed, turned_down
ORDER BY forum, complaint.possible_from, complaint.id, complainant.id, made_by.id, refused_since, refusal.id
