"""The first step: files to sources, every character traceable to its file."""

from checker.sources.files import discover
from checker.sources.reading import read, read_text

__all__ = ["discover", "read", "read_text"]
