"""What anybody may take: the API, the downloads, their description, and the card for other sites."""
