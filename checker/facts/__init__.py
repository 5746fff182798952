"""Facts: the claims about one subject, one attribute and one set of key qualifiers."""

from checker.facts.group import group, in_order, key_of

__all__ = ["group", "in_order", "key_of"]
