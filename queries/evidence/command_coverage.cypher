// /// query
// title    = "Which elements of command responsibility have evidence"
// question = "For this person, which elements of command responsibility does somebody hold evidence for, against, or none?"
// element  = "command-responsibility/effective-control"
// caveat   = "Shows what people marked with `linkage bear` among the claims about this person, the units they commanded, and what those lead to; nothing is weighed, and an open element is not a missing one in law."
// related  = ["evidence/single_source", "command/career"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The commander, by id or by name"
//
// [columns]
// element   = "text"
// standing  = "text"
// in_favour = "int"
// opposed   = "int"
// origins   = "int"
// about     = "texts"
// claims    = "claims"
// ///

MATCH (person:Person {id: $person})

// What a claim may be about to be about this person: the person, their links, acts, proceedings and events they lead to;
// of the units they commanded, the command links, the allegations, and the events these lead to.
WITH person, COLLECT {
    MATCH (person)-[link]-(thing:Act|Proceeding|Event) RETURN [link.id, thing.id] } + COLLECT {
    MATCH (person)-[link]-(thing:Person|Unit|Station|Finding|Source|Casefile) RETURN [link.id] } + COLLECT {
    MATCH (person)-[posting:POSTED_TO]->(unit:Unit) WHERE posting.function = 'commander'
    MATCH (unit)-[link:SUBORDINATE_TO]-(:Unit) RETURN [link.id] } + COLLECT {
    MATCH (person)-[posting:POSTED_TO]->(unit:Unit) WHERE posting.function = 'commander'
    MATCH (unit)-[link]-(thing:Act|Proceeding|Event) RETURN [link.id, thing.id] } AS lists
WITH reduce(found = [person.id], l IN lists | found + l) AS sphere

UNWIND ['command-responsibility/superior-subordinate', 'command-responsibility/effective-control',
        'command-responsibility/subordinates-crimes', 'command-responsibility/knowledge',
        'command-responsibility/failure-to-prevent', 'command-responsibility/failure-to-submit',
        'command-responsibility/within-responsibility'] AS element
WITH element, COLLECT {
  MATCH (:Element {id: element})<-[bearing:BEARS_ON]-(claim:Claim)
  WHERE claim.about IN sphere AND coalesce(claim.status <> 'withdrawn', true)
  MATCH (claim)-[:CITES]->(source:Source)
  RETURN [claim.id, bearing.stance, coalesce(source.origin, source.id), claim.property] } AS borne
WITH element, borne,
  size(COLLECT { UNWIND borne AS b WITH b WHERE b[1] = 'for' RETURN DISTINCT b[0] }) AS in_favour,
  size(COLLECT { UNWIND borne AS b WITH b WHERE b[1] = 'against' RETURN DISTINCT b[0] }) AS opposed
RETURN element,
  CASE WHEN in_favour > 0 AND opposed > 0 THEN 'for and against' WHEN in_favour > 0 THEN 'for'
       WHEN opposed > 0 THEN 'against' ELSE 'open' END AS standing,
  in_favour, opposed,
  size(COLLECT { UNWIND borne AS b RETURN DISTINCT b[2] }) AS origins,
  COLLECT { UNWIND borne AS b RETURN DISTINCT b[3] AS property ORDER BY property } AS about,
  COLLECT { UNWIND borne AS b RETURN DISTINCT b[0] AS c ORDER BY c } AS claims
