"""Django's PostgreSQL backend as the house uses it: named in DATABASES."""
