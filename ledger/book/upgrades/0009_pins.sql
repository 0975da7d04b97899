-- PINs of the officers and the sealed codes: only what cannot be turned back into them is kept.

CREATE TABLE pin (
    officer INTEGER NOT NULL CHECK (officer > 0),
    version INTEGER NOT NULL CHECK (version > 0),
    hash TEXT NOT NULL CHECK (hash = '' OR hash LIKE '$argon2id$%'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (officer, version)
) STRICT;

CREATE INDEX pin_event ON pin (event);

CREATE TRIGGER pin_next BEFORE INSERT ON pin BEGIN
    SELECT RAISE(ABORT, 'pin: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'pin: not the next version')
    WHERE NEW.version IS NOT (
        SELECT coalesce(max(version), 0) + 1 FROM pin WHERE officer = NEW.officer
    );
    SELECT RAISE(ABORT, 'pin: nobody of the committee')
    WHERE NOT EXISTS (SELECT 1 FROM officer_version WHERE officer = NEW.officer);
END;

CREATE TRIGGER pin_no_update BEFORE UPDATE ON pin BEGIN
    SELECT RAISE(ABORT, 'pin: is ink');
END;

CREATE TRIGGER pin_no_delete BEFORE DELETE ON pin BEGIN
    SELECT RAISE(ABORT, 'pin: is ink');
END;

-- Three codes make an issue; a newer issue makes the older ones worthless.
CREATE TABLE sealed_code (
    issue INTEGER NOT NULL CHECK (issue > 0),
    slot INTEGER NOT NULL CHECK (slot BETWEEN 1 AND 3),
    hash TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (issue, slot)
) STRICT;

CREATE INDEX sealed_code_event ON sealed_code (event);

CREATE TRIGGER sealed_code_next BEFORE INSERT ON sealed_code BEGIN
    SELECT RAISE(ABORT, 'sealed_code: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'sealed_code: not the next code')
    WHERE NOT (
        (NEW.slot IS 1 AND NEW.issue IS (SELECT coalesce(max(issue), 0) + 1 FROM sealed_code))
        OR (NEW.slot > 1 AND EXISTS (
            SELECT 1 FROM sealed_code
            WHERE issue = NEW.issue AND slot = NEW.slot - 1 AND event = NEW.event
        ) AND NOT EXISTS (
            SELECT 1 FROM sealed_code WHERE issue = NEW.issue AND slot = NEW.slot
        ))
    );
END;

CREATE TRIGGER sealed_code_no_update BEFORE UPDATE ON sealed_code BEGIN
    SELECT RAISE(ABORT, 'sealed_code: is ink');
END;

CREATE TRIGGER sealed_code_no_delete BEFORE DELETE ON sealed_code BEGIN
    SELECT RAISE(ABORT, 'sealed_code: is ink');
END;

PRAGMA user_version = 9;
