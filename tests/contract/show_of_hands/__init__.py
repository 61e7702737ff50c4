"""A method that exists only in the tests: no comments, no documents, two stages. It must find its room as it is."""
