"""Answers out: what is released, and the files it is written to."""
