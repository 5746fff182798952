"""Readers: what turns a source into claims. ``rules`` ships and is the default; others are plug-ins (entry point group
``factlint.readers``, interface in ``interface.py``). Whatever a reader says is merged by ``merge``."""
