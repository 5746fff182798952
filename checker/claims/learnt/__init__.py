"""What no pattern reads: values told apart, and given to whom they belong, by weights learnt from annotated texts.

For a value that nothing has claimed (``values``), ``traits`` says what is seen of it in its sentence; the ``weights``
tell which attribute it gives, if any; ``rivals`` are the names that may be its subject; the ``reader`` makes the claim
where both are likely enough. ``python -m tests.training`` makes the weights.
"""

from checker.claims.learnt.reader import Learner, learner, read
from checker.claims.learnt.values import apart
from checker.claims.learnt.weights import Weights

__all__ = ["Learner", "Weights", "apart", "learner", "read"]
