"""Clauses: each verb with its subject, its objects and what stands in prepositional phrases, however they are arranged.

A clause is the same for "X bought Y", "Y, bought by X in May,", "Y, which X bought", "X, which bought Y" and
"after buying Y, X …": patterns see subject, verb and objects, never word order. ``analysis`` gives each verb its
subject by its form (``subjects``, ``infinitives``, ``participial``, ``antecedents``); ``complements`` and ``adjuncts``
follow.
"""

from checker.claims.syntax.clauses.analysis import analyse
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.ellipsis import imply_subject
from checker.claims.syntax.clauses.participles import tell_participles

__all__ = ["Clause", "analyse", "imply_subject", "tell_participles"]
