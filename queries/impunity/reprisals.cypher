// /// query
// title    = "Who was charged after complaining"
// question = "Which persons were charged or punished after they had complained, by whom, and how many days later?"
// element  = "torture/right-to-complain"
// caveat   = "After a complaint is not because of it. A source that links a charge to a person need not mean that the person is the accused: read the claims. The certainty grades only that the charge came after the complaint."
// related  = ["impunity/complaints_without_case"]
//
// [grade]
// before = ["complaint", "charge"]
// others = ["made_by", "concerns"]
// beside = ["brought"]
//
// [columns]
// complainant      = { type = "node", is = "who complained, and was charged" }
// complaint        = "node"
// forum            = { type = "text", is = "to whom the complaint was made" }
// complained_since = { type = "time", is = "when the complaint was made, at the earliest" }
// complained_until = { type = "time", is = "at the latest" }
// kind             = { type = "text", is = "charge or sanction" }
// charge           = "node"
// charge_forum     = { type = "text", is = "where it was brought" }
// charged_by       = { type = "texts", is = "persons and units who brought it, as sources name them" }
// outcome          = "text"
// charged_since    = { type = "time", is = "when the charge was brought, at the earliest" }
// charged_until    = { type = "time", is = "at the latest" }
// days_least       = { type = "int", least_days = ["complaint", "charge"], is = "days from the one to the other, at least" }
// days_most        = { type = "int", most_days = ["complaint", "charge"], is = "at most" }
// complainants     = { type = "int", count = "counted", is = "how many persons this is in the whole answer" }
// in_answer        = { type = "bool", is = "whether the charge is recorded as an answer to the complaint" }
// brought          = "things"
// made_by          = "rel"
// concerns         = "rel"
// counted          = "things"
// ///

// Whoever complained, and may be one with somebody else who was charged later.
WITH COLLECT {
  MATCH (complaint:Proceeding)-[m:MADE_BY]->(p:Person)
  WHERE complaint.kind = 'complaint' AND $alike[p.id] IS NOT NULL
  UNWIND $alike[p.id] AS id
  MATCH (other:Person {id: id})<-[c:CONCERNS]-(charge:Proceeding)
  WHERE id <> p.id AND charge.kind IN ['charge', 'sanction'] AND complaint.possible_from < coalesce(charge.certain_from, charge.possible_to)
    AND NOT EXISTS { MATCH (charge)-[:MADE_BY]->(p) } AND NOT EXISTS { MATCH (charge)-[:MADE_BY]->(other) }
  RETURN [[x IN [m, c] WHERE coalesce(x.disputed, false) | x.id], p.id, any(x IN [m, c] WHERE coalesce(x.disputed, false)),
    coalesce(p.identified = 'described', false), 'comes'] } AS coming
MATCH (complaint:Proceeding)
WHERE complaint.kind = 'complaint'
MATCH (complaint)-[made_by:MADE_BY]->(complainant:Person)
MATCH (complainant)<-[concerns:CONCERNS]-(charge:Proceeding)
WHERE charge.kind IN ['charge', 'sanction'] AND NOT EXISTS { MATCH (charge)-[:MADE_BY]->(complainant) }
  // After: the charge can have begun when the complaint had.
  AND complaint.possible_from < coalesce(charge.certain_from, charge.possible_to)
RETURN complainant, complaint, complaint.forum AS forum,
  complaint.possible_from AS complained_since, complaint.possible_to AS complained_until,
  charge.kind AS kind, charge, charge.forum AS charge_forum,
  COLLECT { MATCH (charge)-[m:MADE_BY]->(who:Person|Unit) WITH coalesce(who.name, who.id) AS name, coalesce(m.disputed, false) AS disputed
            RETURN DISTINCT name + CASE WHEN disputed THEN ' (disputed)' ELSE '' END AS name ORDER BY name } AS charged_by, charge.outcome AS outcome,
  charge.possible_from AS charged_since, charge.possible_to AS charged_until,
  EXISTS { MATCH (complaint)((:Proceeding)<-[:ANSWERS]-(:Proceeding)){1,12}(charge) } AS in_answer,
  COLLECT { MATCH (charge)-[m:MADE_BY]->(:Person|Unit) RETURN m } AS brought, made_by, concerns,
  coming + [[[x IN [made_by, concerns] WHERE coalesce(x.disputed, false) | x.id], complainant.id,
    any(x IN [made_by, concerns] WHERE coalesce(x.disputed, false)), coalesce(complainant.identified = 'described', false),
    CASE WHEN complaint.possible_to > charge.possible_from THEN 'goes' END]] AS counted // perhaps not after: not one at least
ORDER BY complained_since, complained_until, complaint.id, complainant.id, charged_since, charged_until, charge.id,
  made_by.id, concerns.id
