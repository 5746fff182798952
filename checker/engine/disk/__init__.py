"""A check of more claims than memory holds, on one machine: the rows lie on disk, and come back sorted."""

from checker.engine.disk.comparing import Disk
from checker.engine.disk.found import Found, Kept

__all__ = ["Disk", "Found", "Kept"]
