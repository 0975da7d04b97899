-- Passbooks that go on: which booklets a member was given, and what is printed in them, where.

CREATE TABLE booklet (
    member INTEGER NOT NULL REFERENCES member (id),
    number INTEGER NOT NULL CHECK (number > 0),
    copy INTEGER NOT NULL CHECK (copy >= 0),
    width INTEGER NOT NULL CHECK (width BETWEEN 95 AND 210),
    height INTEGER NOT NULL CHECK (height BETWEEN 120 AND 297),
    pages INTEGER NOT NULL CHECK (pages BETWEEN 2 AND 96),
    two_kinds INTEGER NOT NULL CHECK (two_kinds IN (0, 1)),
    lines_before INTEGER NOT NULL CHECK (lines_before >= 0),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (member, number, copy)
) STRICT;

CREATE INDEX booklet_event ON booklet (event);

CREATE TABLE booklet_print (
    member INTEGER NOT NULL,
    booklet INTEGER NOT NULL,
    copy INTEGER NOT NULL,
    page INTEGER NOT NULL CHECK (page > 0),
    first_row INTEGER NOT NULL CHECK (first_row > 0),
    last_row INTEGER NOT NULL CHECK (last_row >= first_row),
    first_line INTEGER NOT NULL CHECK (first_line > 0),
    last_line INTEGER NOT NULL CHECK (last_line >= first_line - 1),
    entry INTEGER NOT NULL REFERENCES entry (number),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (member, booklet, copy, page, first_row),
    FOREIGN KEY (member, booklet, copy) REFERENCES booklet (member, number, copy)
) STRICT;

CREATE INDEX booklet_print_event ON booklet_print (event);
CREATE INDEX booklet_print_entry ON booklet_print (entry);

-- A booklet is the member's next, or the next copy of her newest; a new one goes on where the
-- newest ends, and a copy begins where the lost one began.
CREATE TRIGGER booklet_next BEFORE INSERT ON booklet BEGIN
    SELECT RAISE(ABORT, 'booklet: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'booklet: not the next booklet or copy')
    WHERE NOT (
        (NEW.number IS 1 + (SELECT coalesce(max(number), 0) FROM booklet WHERE member = NEW.member)
        AND NEW.copy IS 0)
        OR EXISTS (
            SELECT 1 FROM (
                SELECT number, copy FROM booklet WHERE member = NEW.member
                ORDER BY number DESC, copy DESC LIMIT 1
            ) AS b WHERE NEW.number = b.number AND NEW.copy = b.copy + 1
        )
    );
    SELECT RAISE(ABORT, 'booklet: does not begin where the last one ends')
    WHERE NEW.copy = 0 AND NEW.number > 1 AND NEW.lines_before IS NOT (
        SELECT coalesce(
            (SELECT max(p.last_line) FROM booklet_print AS p
            WHERE p.member = b.member AND p.booklet = b.number AND p.copy = b.copy),
            b.lines_before
        ) FROM booklet AS b WHERE b.member = NEW.member
        ORDER BY b.number DESC, b.copy DESC LIMIT 1
    );
    SELECT RAISE(ABORT, 'booklet: a copy begins where the lost one did')
    WHERE NEW.copy > 0 AND NEW.lines_before IS NOT (
        SELECT lines_before FROM booklet
        WHERE member = NEW.member AND number = NEW.number AND copy = 0
    );
END;

CREATE TRIGGER booklet_no_update BEFORE UPDATE ON booklet BEGIN
    SELECT RAISE(ABORT, 'booklet: is ink');
END;

CREATE TRIGGER booklet_no_delete BEFORE DELETE ON booklet BEGIN
    SELECT RAISE(ABORT, 'booklet: is ink');
END;

CREATE TRIGGER booklet_print_next BEFORE INSERT ON booklet_print BEGIN
    SELECT RAISE(ABORT, 'booklet_print: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'booklet_print: not her newest booklet')
    WHERE NOT EXISTS (
        SELECT 1 FROM (
            SELECT number, copy FROM booklet WHERE member = NEW.member
            ORDER BY number DESC, copy DESC LIMIT 1
        ) AS b WHERE NEW.booklet = b.number AND NEW.copy = b.copy
    );
    SELECT RAISE(ABORT, 'booklet_print: not on a page of the booklet')
    WHERE NOT EXISTS (
        SELECT 1 FROM booklet AS b
        WHERE b.member = NEW.member AND b.number = NEW.booklet AND b.copy = NEW.copy
        AND NEW.page <= b.pages AND NEW.last_row <= (b.height - 48) / 9
    );
    SELECT RAISE(ABORT, 'booklet_print: the row is printed already')
    WHERE EXISTS (
        SELECT 1 FROM booklet_print AS p
        WHERE p.member = NEW.member AND p.booklet = NEW.booklet AND p.copy = NEW.copy
        AND (p.page > NEW.page OR (p.page = NEW.page AND p.last_row >= NEW.first_row))
    );
    SELECT RAISE(ABORT, 'booklet_print: not the next line')
    WHERE NEW.first_line IS NOT 1 + (
        SELECT coalesce(
            (SELECT max(p.last_line) FROM booklet_print AS p
            WHERE p.member = b.member AND p.booklet = b.number AND p.copy = b.copy),
            b.lines_before
        ) FROM booklet AS b
        WHERE b.member = NEW.member AND b.number = NEW.booklet AND b.copy = NEW.copy
    );
    SELECT RAISE(ABORT, 'booklet_print: not an entry of hers')
    WHERE NOT EXISTS (SELECT 1 FROM transfer WHERE entry = NEW.entry AND member = NEW.member);
    SELECT RAISE(ABORT, 'booklet_print: a later entry is printed')
    WHERE EXISTS (
        SELECT 1 FROM booklet_print AS p
        WHERE p.member = NEW.member AND p.booklet = NEW.booklet AND p.copy = NEW.copy
        AND p.entry > NEW.entry
    );
END;

CREATE TRIGGER booklet_print_no_update BEFORE UPDATE ON booklet_print BEGIN
    SELECT RAISE(ABORT, 'booklet_print: is ink');
END;

CREATE TRIGGER booklet_print_no_delete BEFORE DELETE ON booklet_print BEGIN
    SELECT RAISE(ABORT, 'booklet_print: is ink');
END;

PRAGMA user_version = 8;
