"""A mapping drafted from a file: where its table stands, what its columns seem to be, and what only a person can say.

From a header and its values to a mapping: `header` and `languages/` (what its words say), `content` (what its values look like),
`kinds` (what both together come to), `layout` (which row is the header), `facts` (the columns of one table), `questions`,
`parts` and `writing` (the file). Nothing is guessed: what is not known is left out by name, with its reason.
"""
