"""What the scene keeps of a sentence that was read: who and what it named, described and was about."""

from checker.claims.remembering.roles import play
from checker.claims.remembering.sentences import remember

__all__ = ["play", "remember"]
