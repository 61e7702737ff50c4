"""Opinion maps: who agrees with whom, and what unites and divides a conversation (Small et al. 2021)."""
