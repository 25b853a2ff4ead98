"""The republic's papers as files: each sheet as its own office would keep it."""
