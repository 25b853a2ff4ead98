"""What the header of a saved query may declare: its texts, its parameters, its columns, and how its rows are graded."""
