"""Names as people write them."""
