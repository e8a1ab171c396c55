"""What knows SQL beside `database.py` and `queries.py`: the schema, rows and their writing, what was read before, what
documents share."""
