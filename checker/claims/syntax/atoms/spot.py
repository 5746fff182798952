"""A word where it stands: what is before it, and what behind."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.syntax.atoms.atom import Atom

START = Atom("START", "", -1, -1)  # before the first word
END = Atom("END", "", -1, -1)  # behind the last


class Spot(Struct, gc=False, eq=False):
    """The atom at ``i`` between its neighbours."""

    atoms: list[Atom]
    i: int
    atom: Atom
    before: Atom
    after: Atom

    def beyond(self) -> Atom:
        """What stands behind the next."""
        return self.atoms[self.i + 2] if self.i + 2 < len(self.atoms) else END


def spot(atoms: list[Atom], i: int) -> Spot:
    """Where the atom at ``i`` stands."""
    before = atoms[i - 1] if i else START
    return Spot(atoms, i, atoms[i], before, atoms[i + 1] if i + 1 < len(atoms) else END)
