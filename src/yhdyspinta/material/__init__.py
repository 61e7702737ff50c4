"""What a county does with the comments it received: the table, themes, colleagues, notes."""
