"""A result in other forms: as plain data, as a table."""
