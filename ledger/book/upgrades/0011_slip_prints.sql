-- How often a receipt or voucher was printed: the first print is the original (copy 0), and
-- whatever is printed after it is a copy with its count.

CREATE TABLE slip_print (
    entry INTEGER NOT NULL REFERENCES entry (number),
    copy INTEGER NOT NULL CHECK (copy >= 0),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (entry, copy)
) STRICT;

CREATE INDEX slip_print_event ON slip_print (event);

CREATE TRIGGER slip_print_next BEFORE INSERT ON slip_print BEGIN
    SELECT RAISE(ABORT, 'slip_print: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'slip_print: not an entry of the book')
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry);
    SELECT RAISE(ABORT, 'slip_print: not the next print')
    WHERE NEW.copy IS NOT (
        SELECT coalesce(max(copy), -1) + 1 FROM slip_print WHERE entry = NEW.entry
    );
END;

CREATE TRIGGER slip_print_no_update BEFORE UPDATE ON slip_print BEGIN
    SELECT RAISE(ABORT, 'slip_print: is ink');
END;

CREATE TRIGGER slip_print_no_delete BEFORE DELETE ON slip_print BEGIN
    SELECT RAISE(ABORT, 'slip_print: is ink');
END;

PRAGMA user_version = 11;
