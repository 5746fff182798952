"""Readers of what people do and did: posts with their holders, places and times, schools, lives."""
