"""What is shown to people outside, who need not trust the case: seals of its journal, and proofs of single claims under them."""
