"""Privacy: what of a table can be published without exposing persons."""
