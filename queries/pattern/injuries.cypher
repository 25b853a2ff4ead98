// /// query
// title    = "What the medical findings show"
// question = "Which injuries were found on people held or harmed at this station, with which alleged methods do they agree, and how well?"
// element  = "torture/severe-pain-or-suffering"
// caveat   = "A level grades a finding against an allegation, never against a person, and levels are not averaged. Only findings that an assessor attributes to an event here are counted; certainty is that of the surest event."
// related  = ["pattern/station_pattern", "evidence/exhibits"]
//
// [params.station]
// type = "id"
// of   = "Station"
// help = "The station, by id or by name"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period; a limit left out is open"
//
// [grade]
// groups  = "shown"
// parts   = ["finding", "event", "occurred", "attributed", "bodies", "people"]
// members = ["event"]
// others  = ["occurred", "attributed"]
// beside  = ["finding", "bodies"]
// asked   = "period"
//
// [columns]
// body_site      = "text"
// alleged_method = "text"
// consistency    = { type = "text",  is = "the assessor's own level, if that scale was used; never averaged" }
// examined       = { type = "text",  is = "body, photographs or records" }
// findings       = { type = "int", count = "shown.finding", is = "how many findings" }
// persons        = { type = "int", count = "shown.people", is = "on how many persons" }
// assessors      = "texts"
// conclusions    = { type = "texts", is = "word for word" }
// with_findings  = { type = "int",   is = "how many of the casefiles have any finding of what happened here then" }
// casefiles      = { type = "int",   is = "casefiles of people who may have been held or harmed here in the period" }
// shown          = "groups"
// ///

MATCH (station:Station {id: $station})

// The denominator: casefiles of people who may have been held or harmed here in the period.
WITH *, COLLECT {
    MATCH (station)<-[stay:HELD_AT]-(:Person)<-[:ABOUT]-(file:Casefile)
    WHERE ($from IS NULL OR $from < stay.possible_to) AND ($to IS NULL OR stay.possible_from < $to) RETURN file.id } + COLLECT {
    MATCH (station)<-[:OCCURRED_AT]-(event:Event)<-[:SUFFERED]-(:Person)<-[:ABOUT]-(file:Casefile)
    WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to) RETURN file.id } AS files
WITH station, COLLECT { UNWIND files AS id RETURN DISTINCT id } AS files
MATCH (station)<-[occurred:OCCURRED_AT]-(event:Event)
WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
MATCH (event)<-[attributed:ATTRIBUTED_TO]-(finding:Finding)
WITH files, finding, [finding, event, occurred, attributed, COLLECT { MATCH (finding)-[body:FOUND_ON]->(:Person) RETURN body },
  COLLECT { MATCH (finding)-[:FOUND_ON]->(person:Person) RETURN DISTINCT person }] AS way
WITH files, collect([finding, way]) AS whole
WITH *, size(COLLECT {
  UNWIND whole AS x UNWIND x[1][5] AS person MATCH (person)<-[:ABOUT]-(file:Casefile) WHERE file.id IN files
  RETURN DISTINCT file.id }) AS with_findings
UNWIND whole AS x
WITH size(files) AS casefiles, with_findings, x[0] AS finding, x[1] AS way
WITH casefiles, with_findings, finding.body_site AS body_site, finding.alleged_method AS alleged_method,
  coalesce(finding.consistency, 'not_assessed') AS consistency, finding.examined AS examined,
  collect(finding) AS found, collect(way) AS shown
RETURN body_site, alleged_method, consistency, examined,
  COLLECT { UNWIND found AS x WITH x.assessor AS name WHERE name IS NOT NULL RETURN DISTINCT name ORDER BY name } AS assessors,
  COLLECT { UNWIND found AS x WITH x.conclusion AS said WHERE said IS NOT NULL RETURN DISTINCT said ORDER BY said } AS conclusions,
  with_findings, casefiles, shown
ORDER BY size(COLLECT { UNWIND found AS x RETURN DISTINCT x.id }) DESC, body_site, alleged_method, consistency, examined
