"""What a document is about, and whose it is: main names, issuers, headings, definitions."""
