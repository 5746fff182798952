"""Learn the weights anew: ``python -m tests.training [CORPUS …]`` (default: all of tests/corpora).

Needs scikit-learn (``pip install '.[train]'``). The same texts and the same code give the same weights.
"""

from __future__ import annotations

import sys
from pathlib import Path

from checker.claims.learnt.weights import PATH
from tests.training.fit import digests, learn, written

CORPORA = Path(__file__).parent.parent / "corpora"


def folders() -> list[Path]:
    """The annotated corpora of this project."""
    return sorted(path.parent for path in CORPORA.glob("*/gold.json"))


def main() -> None:
    """Write the weights learnt from the corpora named."""
    chosen = [Path(word) for word in sys.argv[1:]] or folders()
    made = written(learn(chosen), digests(chosen))
    Path(PATH).write_bytes(made)
    print(f"{PATH}: {len(made):,} bytes, from {len(chosen)} corpora")


if __name__ == "__main__":
    main()
