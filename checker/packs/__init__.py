"""Rule packs: what is read and compared, as data. ``load`` gives all packs of a run as one."""

from checker.packs.load import files, load, shipped
from checker.packs.schema import Attribute, Event, Packs, Rule

__all__ = ["Attribute", "Event", "Packs", "Rule", "files", "load", "shipped"]
