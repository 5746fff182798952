"""factlint: a lint command for what sources say."""

__version__ = "0.1.0"
