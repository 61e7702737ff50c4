"""Sortition: quotas, fair lotteries over panels, and draws that anybody can repeat."""
