"""Whether somebody is he, she or they, by how they are addressed and whose kin they are."""

from __future__ import annotations

import itertools

from checker.claims.discourse.scene import Scene
from checker.claims.sentence import Sentence

_ADDRESS = {
    **dict.fromkeys("ms mrs miss mme mlle frau señora signora dame lady madam dna smt sister baroness".split(), "f"),
    **dict.fromkeys("mr sir lord herr señor signor monsieur don thiru shri brother baron father".split(), "m"),
}


_KIN = {
    **dict.fromkeys(
        "wife widow mother daughter sister niece aunt grandmother granddaughter girlfriend stepmother".split(),
        "f",
    ),
    **dict.fromkeys(
        "husband widower father son brother nephew uncle grandfather grandson boyfriend stepfather stepson".split(), "m"
    ),
}


def address(sentence: Sentence, scene: Scene) -> None:
    """ "Ms Honor Blackett": how people are addressed says whether they are he or she."""
    atoms = sentence.atoms
    for first, second in itertools.pairwise(atoms) if "HON" in sentence.tags else ():
        gender = _ADDRESS.get(first.lower.rstrip(".")) if first.tag == "HON" else None
        if gender and second.name is not None and second.name.kind == "person" and second.name.full:
            scene.genders.setdefault(second.name.full, gender)
    for k, kin in enumerate(atoms[:-1]) if not _KIN.keys().isdisjoint(sentence.words) else ():
        related = _KIN.get(kin.lower)
        behind = atoms[k + 1 : k + 3]
        whom = behind[0] if behind[0].tag == "NAME" else behind[-1] if behind[0].tag in ("COMMA", "DASH") else kin
        if related and whom.name is not None and whom.name.kind != "organization":
            scene.genders[whom.name.full or whom.name.text] = related
    for name, bracket, word in zip(atoms, atoms[1:], atoms[2:], strict=False) if "OPEN" in sentence.tags else ():
        gender = {"they": "t", "she": "f", "he": "m"}.get(word.lower) if bracket.tag == "OPEN" else None
        if gender and name.name is not None and name.name.kind == "person" and name.name.full:
            scene.genders[name.name.full] = gender  # "Sam Okoro (they/them)"
