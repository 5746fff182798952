"""Kinds of values: how each is recognised, written and compared."""
