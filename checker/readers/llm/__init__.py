"""The reader that asks a language model, and believes nothing that does not stand in the source.

``open_reader`` is its entry point; needs the extra ``llm``. Nothing is sent unless somebody names this reader.
"""

from checker.readers.llm.reader import open_reader

__all__ = ["open_reader"]
