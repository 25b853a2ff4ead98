"""What each command prints: the output of the command X is in the module X, as text and as data for `--json`."""
