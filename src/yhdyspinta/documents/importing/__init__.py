"""Drafts come in: pasted text, Markdown and Word become proposed sections, and nothing of their words is lost."""
