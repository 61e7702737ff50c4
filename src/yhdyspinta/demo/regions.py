"""The authorities of the demo: two counties and a town, switched on from the carried data."""
