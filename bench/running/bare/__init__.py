"""What the framework and the server take without us: a view with one query, and one that inserts a row."""
