"""What a source says: claims and the mentions that bundle them, spans, independent origins, and which of several values holds."""
