-- The one-time key of the form, sheet or command that an act was sent by: an act that is sent
-- twice is written once.

CREATE TABLE act_once (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 8 AND 64),
    event INTEGER NOT NULL UNIQUE REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER act_once_next BEFORE INSERT ON act_once BEGIN
    SELECT RAISE(ABORT, 'act_once: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'act_once: this key was used')
    WHERE EXISTS (SELECT 1 FROM act_once WHERE key = NEW.key OR event = NEW.event)
    OR EXISTS (SELECT 1 FROM pencil_once WHERE key = NEW.key);
END;

CREATE TRIGGER act_once_no_update BEFORE UPDATE ON act_once BEGIN
    SELECT RAISE(ABORT, 'act_once: is ink');
END;

CREATE TRIGGER act_once_no_delete BEFORE DELETE ON act_once BEGIN
    SELECT RAISE(ABORT, 'act_once: is ink');
END;

-- The same for a line in pencil, which has no event of its own.
CREATE TABLE pencil_once (
    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 8 AND 64)
) STRICT;

CREATE TRIGGER pencil_once_next BEFORE INSERT ON pencil_once BEGIN
    SELECT RAISE(ABORT, 'pencil_once: this key was used')
    WHERE EXISTS (SELECT 1 FROM pencil_once WHERE key = NEW.key)
    OR EXISTS (SELECT 1 FROM act_once WHERE key = NEW.key);
END;

CREATE TRIGGER pencil_once_no_update BEFORE UPDATE ON pencil_once BEGIN
    SELECT RAISE(ABORT, 'pencil_once: a key was used or was not');
END;

CREATE TRIGGER pencil_once_no_delete BEFORE DELETE ON pencil_once BEGIN
    SELECT RAISE(ABORT, 'pencil_once: a key was used or was not');
END;

PRAGMA user_version = 12;
