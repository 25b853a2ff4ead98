"""What was decided, and by whom: the journal and its entries, who is who, and what they all come to."""
