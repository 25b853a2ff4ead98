"""The desk: the one place where loaders, queries and viz meet. The command line and the web app import nothing else.

A room is called as the command that uses it:

demo      a whole case of a fictional republic
init      a new case
form      an empty workbook to fill in, which loads without a mapping
mapping   a mapping checked, and tried on the first rows of a file
draft     a first mapping from the file itself (`mapping draft`)
load      files into the journal; the report on it is the command line's
next      what to do after a load
rejects   what a load refused and what was odd in it, beside the case
resolve   who is who, as far as rules can tell
review    what waits for a person, one question at a time, and the answers
judge     one decision on who is who, by name
search    what a name may mean, in any script, ranked
query     a saved query, by name, to an answer
kept      questions kept under a name in the case
show      one thing with its links
identity  who a thing is made of, by whose word, and whom it was not joined with (`show --identity`)
why       why something stands in the graph: claims, sources, decisions
bear      what a claim speaks for or against; grades and consents
status    where a case stands: counts, hashes, what waits
diff      what the case says now and did not say before
sample    casefiles drawn at random, on the record
verify    that everything held is what was recorded
seal      where the journal stands, signed, to be kept outside
prove     one claim under a seal, and nothing else
backup    the case as one folder to keep elsewhere
restore   a case out of a backup
doctor    whether the case is safe where it lies
erase     a person, out of the case for good
page      an answer as a page
export    an answer as files: the one way out
followthemoney  the whole case as FollowTheMoney, claim by claim
publish   the whole case into a server of your own

What several rooms share:

names     from what a person types to an id
protected who is protected, by every form of a name, for whatever leaves
suggested saved questions that have an answer in the case
rows      what rows say of a thing, from the journal alone
sides     two things side by side, as their rows describe them
outcome   how far something got that went wrong
release   the journal's entry on what leaves, before it leaves
"""
