"""Which persons are one person: weights by Splink, decided by a policy of named rules.

resolution     records in, a proposal out: merges by rule, groups for a person, conflicts
explanation    any two records in words and bits
records        what is compared, numbered; name_keys, kept_names, traits
comparisons    what of two records is compared, and in which steps
blocking       which pairs are looked at; bound
population     how likely two records are one person before anything is compared, and how rare a value is
model          how often one person's records agree, and two persons'; pretrained/, estimation
weights        Splink at work, here or on Spark (spark); columns, database
policy         the rules that decide; policy.toml
pairs          pairs as the policy reads them, and which of them join
contradiction  who can never be one person
clusters       things joined, never across what forbids
review         what a person is asked
edges          pairs and groups in words
"""

from loaders.resolve.persons.explanation import explain
from loaders.resolve.persons.model import Model, pretrained
from loaders.resolve.persons.policy import policy
from loaders.resolve.persons.population import Rarity
from loaders.resolve.persons.resolution import propose

__all__ = ["Model", "Rarity", "explain", "policy", "pretrained", "propose"]
