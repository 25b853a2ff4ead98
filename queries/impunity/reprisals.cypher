// /// query
// title    = "Who was charged after complaining"
// question = "Which persons were charged or punished after they had complained, by whom, and how many days later?"
// element  = "torture/right-to-complain"
// caveat   = "After a complaint is not because of it. A source that links a charge to a person need not mean that the person is the accused: read the claims. The certainty grades only that the charge came after the complaint."
// related  = ["impunity/complaints_without_case"]
//
// [columns]
// complainant      = "node"
// complaint        = "node"
// forum            = "text"
// complained_since = "time"
// complained_until = "time"
// kind             = "text"
// charge           = "node"
// charged_by       = "text"
// outcome          = "text"
// charged_since    = "time"
// charged_until    = "time"
// days_least       = "int"
// days_most        = "int"
// in_answer        = "bool"
// certainty        = "text"
// gap_days         = "int"
// made_by          = "rel"
// concerns         = "rel"
// claims           = "claims"
// ///

MATCH (complaint:Proceeding)
WHERE complaint.kind = 'complaint'
MATCH (complaint)-[made_by:MADE_BY]->(complainant:Person)
MATCH (complainant)<-[concerns:CONCERNS]-(charge:Proceeding)
WHERE charge.kind IN ['charge', 'sanction'] AND NOT EXISTS { MATCH (charge)-[:MADE_BY]->(complainant) }

// Each had begun by that moment at the latest. After: the charge can have begun when the complaint had.
WITH *, coalesce(complaint.certain_from, complaint.possible_to) AS made_to,
     coalesce(charge.certain_from, charge.possible_to) AS charged_to
WHERE complaint.possible_from < charged_to

// Days by the calendar, from the last day on which the one can have begun to the first of the other, and the other way round.
WITH *, duration.inDays(
       localdatetime.truncate('day', coalesce(complaint.certain_from, complaint.possible_to - duration({seconds: 1}))),
       localdatetime.truncate('day', charge.possible_from)).days AS least,
     duration.inDays(
       localdatetime.truncate('day', complaint.possible_from),
       localdatetime.truncate('day', coalesce(charge.certain_from, charge.possible_to - duration({seconds: 1})))).days AS most

RETURN complainant, complaint, complaint.forum AS forum,
  complaint.possible_from AS complained_since, complaint.possible_to AS complained_until,
  charge.kind AS kind, charge, charge.forum AS charged_by, charge.outcome AS outcome,
  charge.possible_from AS charged_since, charge.possible_to AS charged_until,
  CASE WHEN charge.possible_from = localdatetime('0001-01-01T00:00:00') OR made_to = localdatetime('9999-12-31T00:00:00')
       THEN null WHEN least < 0 THEN 0 ELSE least END AS days_least,
  CASE WHEN complaint.possible_from = localdatetime('0001-01-01T00:00:00') OR charged_to = localdatetime('9999-12-31T00:00:00')
       THEN null ELSE most END AS days_most,
  EXISTS { MATCH (complaint)((:Proceeding)<-[:ANSWERS]-(:Proceeding)){1,12}(charge) } AS in_answer,
  // Sure: the complaint had begun at the latest when the charge can have begun at the earliest.
  CASE WHEN made_to > charge.possible_from OR coalesce(made_by.disputed, false) OR coalesce(concerns.disputed, false)
       THEN 'possible'
       WHEN coalesce(complaint.bridged, false) AND complaint.possible_to > charge.possible_from THEN 'assumed'
       ELSE 'certain' END AS certainty,
  // The question names no time: nothing cited is far from it.
  CASE WHEN size(coalesce(complaint.cited_from, [])) > 0 AND size(coalesce(charge.cited_from, [])) > 0 THEN 0 ELSE null END
    AS gap_days,
  made_by, concerns,
  coalesce(complaint.claims, []) + coalesce(charge.claims, []) + coalesce(made_by.claims, [])
    + coalesce(concerns.claims, []) AS claims
ORDER BY complained_since, complained_until, complaint.id, complainant.id, charged_since, charged_until, charge.id,
  made_by.id, concerns.id
