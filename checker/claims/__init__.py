"""Step 3: what one source claims. ``extract(page, reading)`` gives its claims, in the order of the document."""

from checker.claims.extract import extract

__all__ = ["extract"]
