"""What exists, what it rests on, where it lives: schema, claims, identity, journal, projection, engines."""
