"""Pages of an authority's settings, and the operator's pages of the installation."""
