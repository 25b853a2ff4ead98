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
// [columns]
// body_site      = "text"
// alleged_method = "text"
// consistency    = "text"
// examined       = "text"
// findings       = "int"
// persons        = "int"
// assessors      = "texts"
// conclusions    = "texts"
// with_findings  = "int"
// casefiles      = "int"
// since          = "time"
// until          = "time"
// certainty      = "text"
// gap_days       = "int"
// claims         = "claims"
// ///

WITH coalesce(localdatetime($from), localdatetime('0001-01-01T00:00:00')) AS asked_from,
     coalesce(localdatetime($to), localdatetime('9999-12-31T00:00:00')) AS asked_to
MATCH (station:Station {id: $station})

// The denominator: casefiles of people who may have been held or harmed here in the period; of these, who has any finding
// attributed to what happened here then.
WITH *, COLLECT {
    MATCH (station)<-[stay:HELD_AT]-(person:Person)<-[:ABOUT]-(file:Casefile)
    WHERE stay.possible_from < asked_to AND asked_from < stay.possible_to RETURN DISTINCT file.id } + COLLECT {
    MATCH (station)<-[:OCCURRED_AT]-(event:Event)<-[:SUFFERED]-(:Person)<-[:ABOUT]-(file:Casefile)
    WHERE event.possible_from < asked_to AND asked_from < event.possible_to RETURN DISTINCT file.id } AS files
WITH *, COLLECT { UNWIND files AS id RETURN DISTINCT id } AS files
MATCH (station)<-[occurred:OCCURRED_AT]-(event:Event)
WHERE event.possible_from < asked_to AND asked_from < event.possible_to
MATCH (event)<-[attributed:ATTRIBUTED_TO]-(finding:Finding)
WITH *, COLLECT { MATCH (finding)-[body:FOUND_ON]->(:Person) RETURN body } AS bodies,
     COLLECT { MATCH (finding)-[:FOUND_ON]->(person:Person) RETURN DISTINCT person } AS people,
     CASE WHEN event.possible_from > asked_from THEN event.possible_from ELSE asked_from END AS since,
     CASE WHEN event.possible_to < asked_to THEN event.possible_to ELSE asked_to END AS until

// Days to the far end of its nearest citation, from the period.
WITH *, reduce(near = null, far IN
  [i IN range(0, size(coalesce(event.cited_from, [])) - 1) | reduce(most = 0, days IN
    [duration.inDays(event.cited_from[i], asked_from).days, duration.inDays(asked_to, event.cited_to[i]).days] |
    CASE WHEN days > most THEN days ELSE most END)] |
  CASE WHEN near IS NULL OR far < near THEN far ELSE near END) AS gap

// Sure: its core meets the period, or all of its possible range lies in it.
WITH *, coalesce(event.certain_from < asked_to AND asked_from < event.certain_to, false)
  OR (asked_from <= event.possible_from AND event.possible_to <= asked_to) AS sure
WITH files, finding, event, since, until, gap, people, [event, occurred, finding, attributed] + bodies AS members,
  CASE WHEN NOT sure OR coalesce(occurred.disputed, false) OR coalesce(attributed.disputed, false) THEN 3
       WHEN NOT coalesce(event.bridged, false)
         OR any(i IN range(0, size(coalesce(event.cited_from, [])) - 1) WHERE
              event.cited_from[i] <= since AND until <= event.cited_to[i]
              AND event.cited_from[i] = localdatetime.truncate('day', event.cited_from[i])
              AND event.cited_to[i] = event.cited_from[i] + duration({days: 1})) THEN 1
       ELSE 2 END AS grade
WITH files, collect({finding: finding, since: since, until: until, gap: gap, people: people, members: members, grade: grade}) AS whole
WITH files, whole, COLLECT {
  UNWIND whole AS x UNWIND x.people AS person MATCH (person)<-[:ABOUT]-(file:Casefile) RETURN DISTINCT file.id AS id } AS filed
WITH files, whole, [id IN filed WHERE id IN files] AS with_findings
UNWIND whole AS x
WITH size(files) AS casefiles, size(with_findings) AS with_findings, x.finding.body_site AS body_site,
  x.finding.alleged_method AS alleged_method, coalesce(x.finding.consistency, 'not_assessed') AS consistency,
  x.finding.examined AS examined, collect(x) AS found
WITH *, reduce(g = 3, x IN found | CASE WHEN x.grade < g THEN x.grade ELSE g END) AS surest
RETURN body_site, alleged_method, consistency, examined,
  size(COLLECT { UNWIND found AS x RETURN DISTINCT x.finding.id }) AS findings,
  size(COLLECT { UNWIND found AS x UNWIND x.people AS person RETURN DISTINCT person.id }) AS persons,
  COLLECT { UNWIND found AS x WITH x.finding.assessor AS name WHERE name IS NOT NULL RETURN DISTINCT name ORDER BY name } AS assessors,
  COLLECT { UNWIND found AS x WITH x.finding.conclusion AS said WHERE said IS NOT NULL RETURN DISTINCT said ORDER BY said }
    AS conclusions,
  with_findings, casefiles,
  reduce(f = null, x IN found | CASE WHEN f IS NULL OR x.since < f THEN x.since ELSE f END) AS since,
  reduce(t = null, x IN found | CASE WHEN t IS NULL OR x.until > t THEN x.until ELSE t END) AS until,
  CASE surest WHEN 1 THEN 'certain' WHEN 2 THEN 'assumed' ELSE 'possible' END AS certainty,
  reduce(near = null, x IN found | CASE WHEN near IS NULL OR x.gap < near THEN x.gap ELSE near END) AS gap_days,
  COLLECT { UNWIND found AS x UNWIND x.members AS y UNWIND y.claims AS c RETURN DISTINCT c ORDER BY c } AS claims
ORDER BY findings DESC, body_site, alleged_method, consistency, examined
