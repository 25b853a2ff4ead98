// /// query
// title    = "What subordinates did after the first notice"
// question = "What did this person's subordinates do after the first notice had reached the person, and how many days later?"
// asks     = "impunity/notice_timeline"
// element  = "command-responsibility/failure-to-prevent"
// caveat   = "The first notice of each way by which it reached the person is the earliest of the surest; notices counts all that may have come before. Directly means addressed to the person, not read; through the chain, not that it was passed on; public, that it could be known. A notice need not be about what was done later: read it."
// related  = ["impunity/notice_timeline", "impunity/measures_taken"]
//
// [params.person]
// type = "id"
// of   = "Person"
// help = "The commander, by id or by name"
//
// [params.period]
// type    = "period"
// default = "any"
// help    = "The period of the events; a limit left out is open"
//
// [params.public]
// type    = "text"
// default = "public; press; media; radio; television; internet"
// help    = "How the channel of what was public is written, words separated by ;"
//
// [grade]
// groups  = "ways"
// parts   = ["chain", "posting", "further", "by_event", "tie", "unit", "level", "member"]
// members = ["thing", "posting", "chain", "further"]
// others  = ["by_event", "tie"]
// near    = ["posting", "chain", "further"]
// asked   = "thing"
// surest  = true
// order   = ["event_since", "event_until", "event", "way"]
//
// [pairs]
// side    = "side"
// thing   = "thing"
// earlier = "notice"
// later   = "event"
// first   = ["event.thing", "notice.what"]
//
// [columns]
// event        = { type = "node",  of = "event.thing", is = "what a unit below, or one of its members, is alleged to have done" }
// kind         = { type = "text",  of = "event.thing.kind" }
// methods      = { type = "texts", of = "event.thing.methods" }
// event_since  = { type = "time",  of = "event.thing.possible_from" }
// event_until  = { type = "time",  of = "event.thing.possible_to" }
// unit         = { type = "node",  of = "event.ways.unit", is = "the unit below this commander" }
// level        = { type = "int",   of = "event.ways.level", is = "how many links below the commander's own unit" }
// member       = { type = "node",  of = "event.ways.member", is = "the member who is named, where it is one" }
// reached      = { type = "text",  of = "notice.what", is = "direct, through the chain, or public" }
// notices      = { type = "int",   of = "pairs.count", is = "how many notices possibly reached the commander so before" }
// first_notice = { type = "node",  of = "notice.thing", is = "the earliest of the surest" }
// notice_since = { type = "time",  of = "notice.thing.possible_from" }
// notice_until = { type = "time",  of = "notice.thing.possible_to" }
// days_least   = { type = "int", least_days = ["first_notice", "event"], is = "days from the one to the other, at least" }
// days_most    = { type = "int", most_days = ["first_notice", "event"], is = "at most" }
// way          = { type = "int",  of = "notice.place", hidden = true }
// person       = { type = "node", of = "event.who" }
// alleged      = { type = "rel",  of = "event.ways.tie" }
// reached_by   = { type = "rel",  of = "notice.ways.tie" }
// command      = { type = "path", of = "event.ways.chain" }
// passed       = { type = "path", of = "notice.ways.chain" }
// side    = { type = "text", hidden = true, is = "event or notice" }
// what    = { type = "text", hidden = true, is = "event, direct, through the chain, or public" }
// place   = { type = "int",  hidden = true, is = "the most direct first" }
// thing   = { type = "node", hidden = true, is = "the event or the notice" }
// concern = { type = "rel",  hidden = true, is = "what the notice concerns" }
// subject = { type = "node", hidden = true }
// who     = { type = "node", hidden = true, is = "the commander" }
// ways    = "groups"
// ///
