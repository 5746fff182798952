"""Readers of what companies are: where they sit, who bought them, what they raised."""
