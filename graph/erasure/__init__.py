"""What goes where a person is erased: how they are written, what in the journal is theirs, which files name them."""
