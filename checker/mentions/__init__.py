"""Step 2: what is typed in a source. ``find(source)`` gives its tokens, sentences, mentions and names."""

from checker.mentions.page import find

__all__ = ["find"]
