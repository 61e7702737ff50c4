"""What the round's own models hold of people: nothing. Comments, senders and receipts are classified in `comments`."""

FIELDS = {"RoundThread": {"id": "internal", "activity": "public", "thread": "public"}}
