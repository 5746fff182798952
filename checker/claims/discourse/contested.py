"""Right after a sale is told, "the company" can be the one that buys, the one that sells or the one that is sold."""

from __future__ import annotations

from checker.claims.discourse.scene import Scene


def contested(name: str, scene: Scene) -> bool:
    """Whether the last sentence that named bodies told of a sale, and ``name`` bought or sold: what comes next is as
    likely about what was sold."""
    return name != scene.target and {name, scene.target} <= set(scene.just)
