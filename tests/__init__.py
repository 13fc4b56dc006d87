"""What people may rely on, by promise; names are sentences."""
