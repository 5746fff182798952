"""The structure of a sentence, from the text upwards: atoms, chunks, groups, clauses, and the modality of each.

``wordings`` are clauses whose order of words is another's. Nothing here knows what a document is about.
"""
