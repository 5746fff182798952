"""Claims from phrase patterns: ``compiling`` them, ``matching`` over tokens, and the ``claims`` they make."""
