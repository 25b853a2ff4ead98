"""Sources in, people sorted out: files become mentions and claims in the journal."""
