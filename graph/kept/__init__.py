"""Where a case lies on disk: its folder, its settings, its originals, its lock, its private files."""
