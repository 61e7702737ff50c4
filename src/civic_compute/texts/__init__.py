"""Texts: duplicates, themes, languages and readability, without learned models."""
