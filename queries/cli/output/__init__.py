"""What each command prints: the output of the command X is in the module X, `on_paper` for a person, `as_json` for `--json`.

Beside them, for one part of a command: catalogue (`query` without a name), identity (`show --identity`), welcome (no command).
"""
