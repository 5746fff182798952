"""The tables of the ledger, as steps: each brings a file of the version before to the next."""

from __future__ import annotations

APPLICATION = 0x464C4E54  # "FLNT": what the file says it is

_READINGS = """
CREATE TABLE reading (            -- what one file's bytes gave, whatever the file's name
  key BLOB PRIMARY KEY,           -- of bytes, suffix, date in the name, packs and engine
  day INTEGER NOT NULL,           -- last used, in days since 1970
  data BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE file (               -- what was last seen of each file
  path TEXT PRIMARY KEY,          -- beneath the ledger's folder, else absolute
  stamp BLOB,                     -- size and times, or null where they could not be relied on
  sha256 BLOB NOT NULL
) WITHOUT ROWID;
"""

_CORPORA = """
CREATE TABLE corpus (             -- files that are held against each other
  id INTEGER PRIMARY KEY,
  roots TEXT NOT NULL UNIQUE,     -- the paths that were given
  state BLOB NOT NULL,            -- of packs, engine and entities file: what the rows below were made with
  used INTEGER NOT NULL
);
CREATE TABLE member (             -- the version of each file that the rows below hold
  corpus INTEGER NOT NULL, file TEXT NOT NULL, key BLOB NOT NULL,
  PRIMARY KEY (corpus, file)
) WITHOUT ROWID;
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  corpus INTEGER NOT NULL, file TEXT NOT NULL, part TEXT NOT NULL,
  published TEXT NOT NULL, data BLOB NOT NULL
);
CREATE INDEX source_file ON source (corpus, file);
CREATE INDEX source_published ON source (corpus, published);
CREATE TABLE name (               -- each spelling, with the thing it is one of
  id INTEGER PRIMARY KEY,
  corpus INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL,
  count INTEGER NOT NULL, held TEXT NOT NULL, entity TEXT NOT NULL
);
CREATE UNIQUE INDEX name_text ON name (corpus, kind, text);
CREATE INDEX name_folded ON name (corpus, folded);
CREATE INDEX name_entity ON name (corpus, entity);
CREATE TABLE entity (             -- spellings that are one without further ado; head: the first of them
  corpus INTEGER NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, head TEXT NOT NULL,
  PRIMARY KEY (corpus, entity)
) WITHOUT ROWID;
CREATE INDEX entity_head ON entity (corpus, kind, head);
CREATE TABLE block (              -- keys under which names are found (0), or look for fuller forms (1)
  corpus INTEGER NOT NULL, kind TEXT NOT NULL, asks INTEGER NOT NULL, key TEXT NOT NULL, head TEXT NOT NULL,
  PRIMARY KEY (corpus, kind, asks, key, head)
) WITHOUT ROWID;
CREATE TABLE named (              -- which sources use a spelling
  name INTEGER NOT NULL, source INTEGER NOT NULL,
  PRIMARY KEY (name, source)
) WITHOUT ROWID;
CREATE TABLE beside (             -- which names stand beside a spelling, and how often
  name INTEGER NOT NULL, other TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (name, other)
) WITHOUT ROWID;
CREATE TABLE claim (
  subject INTEGER NOT NULL, attribute TEXT NOT NULL, source INTEGER NOT NULL, number INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (subject, attribute, source, number)
) WITHOUT ROWID;
CREATE INDEX claim_source ON claim (source);
CREATE TABLE holder (             -- claims by the organization they name
  organization INTEGER NOT NULL, attribute TEXT NOT NULL, source INTEGER NOT NULL, number INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  PRIMARY KEY (organization, attribute, source, number)
) WITHOUT ROWID;
"""

_SAID = """
DROP TABLE claim;
CREATE TABLE claim (              -- claims of one thing that say the same lie together, the earliest published first
  subject INTEGER NOT NULL, attribute TEXT NOT NULL, said BLOB NOT NULL, published TEXT NOT NULL,
  source INTEGER NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (subject, attribute, said, published, source, number)
) WITHOUT ROWID;
CREATE INDEX claim_source ON claim (source, subject);
CREATE TABLE pair (               -- sources that say two different things of one fact
  subject INTEGER NOT NULL, attribute TEXT NOT NULL, said BLOB NOT NULL, source INTEGER NOT NULL,
  PRIMARY KEY (subject, attribute, said, source)
) WITHOUT ROWID;
DELETE FROM corpus;
DELETE FROM member;
DELETE FROM source;
DELETE FROM name;
DELETE FROM entity;
DELETE FROM block;
DELETE FROM named;
DELETE FROM beside;
DELETE FROM holder;
"""

STEPS = (_READINGS, _CORPORA, _SAID)
VERSION = len(STEPS)
