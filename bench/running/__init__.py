"""A whole installation for benchmarks and fault runs: database, web server and worker of its own, and a bare peer."""
