"""The read-only API: what is public, as JSON. What each address gives is told once, in `shapes` and `routes`."""
