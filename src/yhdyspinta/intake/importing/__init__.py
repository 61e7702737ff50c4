"""Files of comments: read within limits, checked whole, each mistake told with its row and column."""
