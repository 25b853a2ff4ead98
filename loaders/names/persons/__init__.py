"""Names of persons: taken apart into keys on which every script and scheme meet, and ranked for a search.

name         what a name says once it is read
tables       the tables beside the code, their versions and hashes
script       letters of another script that hide in a word
skeleton     what is left of a word when spellings of one name are no longer told apart
given        the table of given names; given_names.tsv
patronymics  whose child; patronymics.tsv
surnames     without gender and case
initials     as bit masks
titles       ranks, courtesy, particles; titles.toml
words        a cell cut into words and initials
scheme       how its Latin letters are to be read, and whether the name is East Slavic
east_slavic  which word plays which part
elsewhere    names of other peoples; given_elsewhere.tsv
parser       a name taken apart
unit         one word of a name as a search compares it
ranking      a search in any script; how alike two names look
"""

from loaders.names.persons.name import PersonName, Sex
from loaders.names.persons.parser import parse

__all__ = ["PersonName", "Sex", "parse"]
