"""The first step: files to sources, every character traceable to its file."""

from checker.sources.files import discover, excluded
from checker.sources.reading import read, read_bytes, read_text

__all__ = ["discover", "excluded", "read", "read_bytes", "read_text"]
