"""One load: rows, read as their mapping says, become mentions and claims; joined by declared keys; entered in the journal."""
