"""Claims from structure: tables, records, infoboxes, careers, contact lines; everything that is not running prose."""

from checker.claims.structured.context import main_organization
from checker.claims.structured.reader import read

__all__ = ["main_organization", "read"]
