// The module's first file follows in its own commit.
