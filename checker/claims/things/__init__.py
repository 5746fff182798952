"""Products, projects and events: which one a phrase means.

A name says it, a place with a noun ("the plant at Kilbracken"), a noun that the document gave to one of them ("the
plant"), or the talk itself ("it").
``called`` makes names of what has none by itself, ``own`` reads things of a pack's own type.
"""

from checker.claims.things.meaning import it, thing
from checker.claims.things.nouns import KINDS, PARTS, PASSES, is_noun
from checker.claims.things.talked import current

__all__ = ["KINDS", "PARTS", "PASSES", "current", "is_noun", "it", "thing"]
