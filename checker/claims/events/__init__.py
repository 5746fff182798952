"""Claims from clauses by the packs' patterns.

``reader`` holds the frames of events against clauses, and against those that only a noun says (``nominal``,
``movements``); ``slots`` and ``qualifying`` say whom and what a pattern bound, ``vetoes`` what it does not say though
it fits.
"""
