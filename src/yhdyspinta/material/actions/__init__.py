"""The writes of working with the material."""
