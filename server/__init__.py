"""What the server answers around the pages: headers, pictures."""
