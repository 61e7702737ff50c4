"""Charts as SVG, made on the server from plain data, each with the same numbers as a table."""
