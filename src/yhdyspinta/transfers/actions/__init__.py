"""Deeds: pass on, answer, give back."""
