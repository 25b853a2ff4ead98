"""Which persons are one person: weights by Splink, decided by a policy of named rules.

propose      records in, a proposal out: merges by rule, groups for a person, conflicts
explain      any two records in words and bits
compared     records with their traits; name_keys, traits
comparisons  what is compared, and in which steps
blocking     which pairs are looked at
model        how often one person's records agree, and two persons'; pretrained/, training
rarity       how rare a value is
prior        how likely two records are one person before anything is compared
weighing     Splink at work; settings, columns, database
policy       the rules that decide; policy.toml
forbidding   who can never be one person
clusters     things joined, never across what forbids; joining, review
words        an edge, told
"""

from loaders.resolve.persons.proposing import propose

__all__ = ["propose"]
