"""Readers of works and events: what they cost, what a ticket costs, notices, imprints."""
