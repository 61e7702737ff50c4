"""Downloads of one round: CSV, Excel and JSON with the same rows and a codebook, made in the background."""
