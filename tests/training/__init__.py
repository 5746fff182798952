"""The weights by which values are read that no pattern has: how they are learnt, and how they are held to account."""
