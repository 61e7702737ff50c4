"""Identification by OpenID Connect: residents strongly (Suomi.fi and its like), staff by their employer's directory."""
