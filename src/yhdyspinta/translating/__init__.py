"""Texts to translate leave as one file and come back as one file."""
