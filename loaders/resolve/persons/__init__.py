"""Which persons are one person: weights by Splink, decided by a policy of named rules.

proposing    records in, a proposal out: merges by rule, groups for a person, conflicts
explaining   any two records in words and bits
compared     records with their traits; name_keys, kept_names, traits
comparisons  what is compared, and in which steps
blocking     which pairs are looked at; numbered, narrowing
model        how often one person's records agree, and two persons'; pretrained/, training
rarity       how rare a value is
prior        how likely two records are one person before anything is compared
weighing     Splink at work; settings, columns, database, scratch
policy       the rules that decide; policy.toml
pairs        pairs as the policy reads them
forbidding   who can never be one person
clusters     things joined, never across what forbids; joining, review
words        an edge in words; told
"""

from loaders.resolve.persons.explaining import explain, population
from loaders.resolve.persons.model import Model, pretrained
from loaders.resolve.persons.policy import policy
from loaders.resolve.persons.proposing import propose
from loaders.resolve.persons.rarity import Rarity
from loaders.resolve.persons.scratch import scratch

__all__ = ["Model", "Rarity", "explain", "policy", "population", "pretrained", "propose", "scratch"]
