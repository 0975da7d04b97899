-- The minutes, and which entries rest on which decision.

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (number <> '' AND trim(number) = number),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    subject TEXT NOT NULL CHECK (subject <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    present TEXT NOT NULL CHECK (present LIKE '[%]'),
    votes_for INTEGER CHECK (votes_for >= 0),
    votes_against INTEGER CHECK (votes_against >= 0)
        CHECK ((votes_for IS NULL) = (votes_against IS NULL)),
    sheet INTEGER REFERENCES sheet (id),
    corrects INTEGER REFERENCES decision (id) CHECK (corrects < id),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX decision_event ON decision (event);

CREATE UNIQUE INDEX decision_corrects ON decision (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER decision_next BEFORE INSERT ON decision BEGIN
    SELECT RAISE(ABORT, 'decision: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'decision: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM decision);
    SELECT RAISE(ABORT, 'decision: the number is taken')
    WHERE EXISTS (SELECT 1 FROM decision WHERE number = NEW.number);
    SELECT RAISE(ABORT, 'decision: already corrected')
    WHERE EXISTS (SELECT 1 FROM decision WHERE corrects = NEW.corrects);
    SELECT RAISE(ABORT, 'decision: not on the day of its meeting')
    WHERE NEW.sheet IS NOT NULL AND NEW.day IS NOT (SELECT day FROM sheet WHERE id = NEW.sheet);
END;

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision: is ink');
END;

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision: is ink');
END;

CREATE TABLE entry_decision (
    entry INTEGER NOT NULL REFERENCES entry (number),
    number TEXT NOT NULL CHECK (number <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (entry, number)
) STRICT;

CREATE INDEX entry_decision_event ON entry_decision (event);

CREATE TRIGGER entry_decision_next BEFORE INSERT ON entry_decision BEGIN
    SELECT RAISE(ABORT, 'entry_decision: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'entry_decision: not of the event that wrote the entry')
    WHERE NEW.event IS NOT (SELECT event FROM entry WHERE number = NEW.entry);
    SELECT RAISE(ABORT, 'entry_decision: already written')
    WHERE EXISTS (SELECT 1 FROM entry_decision WHERE entry = NEW.entry AND number = NEW.number);
END;

CREATE TRIGGER entry_decision_no_update BEFORE UPDATE ON entry_decision BEGIN
    SELECT RAISE(ABORT, 'entry_decision: is ink');
END;

CREATE TRIGGER entry_decision_no_delete BEFORE DELETE ON entry_decision BEGIN
    SELECT RAISE(ABORT, 'entry_decision: is ink');
END;

PRAGMA user_version = 2;
