// /// query
// title    = "What the medical findings show"
// question = "Which injuries were found on people held or harmed at this station, with which alleged methods do they agree, and how well?"
// element  = "torture/severe-pain-or-suffering"
// caveat   = "A level grades a finding against an allegation, never against a person, and levels are not averaged. The rows are of findings that an assessor attributes to an event here; what is attributed to no event is counted beside. certainty is that of the surest event."
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
// parts   = ["finding", "event", "occurred", "attributed", "bodies", "files", "away"]
// members = ["event"]
// others  = ["occurred", "attributed"]
// beside  = ["finding", "bodies", "away"]
// asked   = "period"
//
// [columns]
// body_site      = { type = "text", is = "where on the body, in small letters" }
// alleged_method = { type = "text", is = "what the person says caused it, in small letters" }
// consistency    = { type = "text", is = "the assessor's own level, if that scale was used; never averaged" }
// examined       = { type = "text", is = "body, photographs or records" }
// findings       = { type = "int", count = "shown.finding", open = "through", is = "how many findings" }
// persons        = { type = "int", count = "shown.bodies", open = "through", is = "on how many persons" }
// assessors      = "texts"
// conclusions    = { type = "texts", is = "word for word" }
// elsewhere      = { type = "texts", is = "other stations at which sources place such an event, too; it was at one of them" }
// with_findings  = { type = "int", count = "examined_files", open = "through", is = "how many of the casefiles have any finding of what happened here then" }
// casefiles      = { type = "int", count = "all_files", is = "casefiles of people who may have been held or harmed here in the period" }
// unattributed   = { type = "int", count = "unattributed_marks", is = "of what was found on these people, so many findings are attributed to no event, and stand in no row" }
// unattributed_findings = { type = "texts", is = "which these are" }
// shown          = "groups"
// examined_files = "things"
// all_files      = "things"
// unattributed_marks = "things"
// through        = { type = "texts", hidden = true }
// part_of        = "things"
// station        = { type = "node", hidden = true }
// ///

MATCH (station:Station {id: $station})

// Who may have been held or harmed here in the period, and who may be one with them: of each what of that is denied, and what the
// review may do to it.
WITH station, COLLECT {
    MATCH (station)<-[stay:HELD_AT]-(held:Person)
    WHERE ($from IS NULL OR $from < stay.possible_to) AND ($to IS NULL OR stay.possible_from < $to)
    UNWIND coalesce($alike[held.id], [held.id]) AS one
    MATCH (person:Person {id: one})
    RETURN [person, [l IN [stay] WHERE coalesce(l.disputed, false) | l.id], CASE WHEN one <> held.id THEN 'comes' END] } + COLLECT {
    MATCH (station)<-[occurred:OCCURRED_AT]-(event:Event)
    WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
    UNWIND coalesce($alike[event.id], [event.id]) AS happened
    MATCH (:Event {id: happened})<-[suffered:SUFFERED]-(harmed:Person)
    UNWIND coalesce($alike[harmed.id], [harmed.id]) AS one
    MATCH (person:Person {id: one})
    RETURN [person, [l IN [suffered, occurred] WHERE coalesce(l.disputed, false) | l.id],
      CASE WHEN one <> harmed.id OR happened <> event.id THEN 'comes'
           WHEN EXISTS { UNWIND coalesce($alike[event.id], [event.id]) AS id MATCH (:Event {id: id})-[:OCCURRED_AT]->(other:Station)
                         WHERE other <> station } THEN 'goes' END] } AS people

// The denominator: their casefiles. And what was found on them that is attributed to no event: it stands in no row.
WITH station, COLLECT {
    UNWIND people AS p WITH p, p[0] AS person
    MATCH (person)<-[about:ABOUT]-(file:Casefile)
    RETURN [p[1] + [l IN [about] WHERE coalesce(l.disputed, false) | l.id], file.id, size(p[1]) > 0 OR coalesce(about.disputed, false), false, p[2]] } AS all_files,
  COLLECT {
    UNWIND people AS p WITH p, p[0] AS person
    MATCH (person)<-[body:FOUND_ON]-(finding:Finding)
    WHERE NOT EXISTS { MATCH (finding)-[:ATTRIBUTED_TO]->(:Event) }
    RETURN [[p[1] + [l IN [body] WHERE coalesce(l.disputed, false) | l.id], finding.id, size(p[1]) > 0 OR coalesce(body.disputed, false), false, p[2]],
            coalesce(finding.name, finding.id)] } AS loose
WITH station, all_files, loose, [f IN all_files WHERE f[4] IS NULL OR f[4] = 'goes' | f[1]] AS ids, [f IN all_files | f[1]] AS later

// Each finding of what happened here, with whom it was found on, and which of these casefiles are about them.
WITH station, all_files, loose, COLLECT {
  MATCH (station)<-[occurred:OCCURRED_AT]-(event:Event)<-[attributed:ATTRIBUTED_TO]-(finding:Finding)
  WHERE ($from IS NULL OR $from < event.possible_to) AND ($to IS NULL OR event.possible_from < $to)
  RETURN [finding, event, occurred, attributed,
    COLLECT { MATCH (finding)-[b:FOUND_ON]->(p:Person)
              RETURN [b.id, p.id, coalesce(b.disputed, false), coalesce(p.identified = 'described', false)] },
    COLLECT { MATCH (finding)-[b:FOUND_ON]->(body:Person)
              UNWIND coalesce($alike[body.id], [body.id]) AS one
              MATCH (:Person {id: one})<-[about:ABOUT]-(file:Casefile)
              WHERE file.id IN later
              RETURN [[l IN [b, about, occurred, attributed] WHERE coalesce(l.disputed, false) | l.id], file.id, any(link IN [b, about, occurred, attributed] WHERE coalesce(link.disputed, false)), false,
                CASE WHEN one <> body.id OR NOT file.id IN ids THEN 'comes'
                     WHEN EXISTS { UNWIND coalesce($alike[event.id], [event.id]) AS id MATCH (:Event {id: id})-[:OCCURRED_AT]->(other:Station)
                                   WHERE other <> station } THEN 'goes' END, [event]] },
    COLLECT { MATCH (event)-[at:OCCURRED_AT]->(other:Station) WHERE other <> station RETURN at.id }] } AS whole,
  // Findings may come by an event that may be one with one here.
  CASE WHEN EXISTS { MATCH (station)<-[:OCCURRED_AT]-(event:Event) WHERE $alike[event.id] IS NOT NULL }
       THEN ['Event'] ELSE [] END AS through
UNWIND CASE WHEN size(whole) = 0 THEN [null] ELSE whole END AS way // none: a row that says so, beside the casefiles
WITH station, all_files, loose, through, way, way[0] AS finding
WITH station, all_files, loose, through, toLower(trim(finding.body_site)) AS body_site, toLower(trim(finding.alleged_method)) AS alleged_method, finding.examined AS examined,
  CASE WHEN finding IS NOT NULL THEN coalesce(finding.consistency, 'not_assessed') END AS consistency,
  collect(finding) AS found, collect(way) AS shown
RETURN body_site, alleged_method, consistency, examined,
  COLLECT { UNWIND found AS x WITH x.assessor AS name WHERE name IS NOT NULL RETURN DISTINCT name ORDER BY name } AS assessors,
  COLLECT { UNWIND found AS x WITH x.conclusion AS said WHERE said IS NOT NULL RETURN DISTINCT said ORDER BY said } AS conclusions,
  COLLECT { UNWIND shown AS x WITH x[1] AS event
            MATCH (event)-[at:OCCURRED_AT]->(other:Station) WHERE other.id <> $station
            RETURN DISTINCT coalesce(other.name, other.id) + CASE WHEN coalesce(at.disputed, false) THEN ' (disputed)' ELSE '' END AS name
            ORDER BY name } AS elsewhere,
  COLLECT { UNWIND loose AS l WITH l[1] AS name, l[0] AS mark WHERE coalesce(mark[4], 'goes') = 'goes'
            RETURN DISTINCT name ORDER BY name } AS unattributed_findings,
  CASE WHEN size(shown) > 0 THEN shown END AS shown, reduce(all = [], x IN shown | all + x[5]) AS examined_files, all_files,
  [l IN loose | l[0]] AS unattributed_marks, through,
  COLLECT { UNWIND shown AS x WITH x[1] AS part MATCH (part)-[of:PART_OF]->(:Event) RETURN DISTINCT of } AS part_of, station
ORDER BY size(COLLECT { UNWIND found AS x RETURN DISTINCT x.id }) DESC, body_site, alleged_method, consistency, examined
