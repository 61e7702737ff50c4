"""The report of a round, the attachment for the agenda, the readers' views and the yearly summary."""
