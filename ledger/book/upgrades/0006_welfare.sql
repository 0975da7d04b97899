-- The welfare fund: until when a member was in it, what was claimed, decided and paid, and how much
-- of a meeting's box was counted as the fund's.

CREATE TABLE welfare_card (
    member INTEGER NOT NULL REFERENCES member (id),
    version INTEGER NOT NULL,
    until INTEGER CHECK (until IS NULL OR (until BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', until / 10000, until / 100 % 100, until % 100))) AS INTEGER) IS until)),
    born INTEGER CHECK (born IS NULL OR (born BETWEEN 18900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', born / 10000, born / 100 % 100, born % 100))) AS INTEGER) IS born)),
    reason TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (member, version)
) STRICT;

CREATE INDEX welfare_card_event ON welfare_card (event);

CREATE TRIGGER welfare_card_next BEFORE INSERT ON welfare_card BEGIN
    SELECT RAISE(ABORT, 'welfare_card: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'welfare_card: not the next version')
    WHERE NEW.version IS NOT (
        SELECT coalesce(max(version), 0) + 1 FROM welfare_card WHERE member = NEW.member
    );
END;

CREATE TABLE claim (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    member INTEGER NOT NULL REFERENCES member (id),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    benefit TEXT NOT NULL CHECK (benefit LIKE '{%}'),
    first INTEGER NOT NULL CHECK (first BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', first / 10000, first / 100 % 100, first % 100))) AS INTEGER) IS first),
    last INTEGER NOT NULL CHECK (last >= first AND last BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', last / 10000, last / 100 % 100, last % 100))) AS INTEGER) IS last),
    units INTEGER NOT NULL CHECK (units > 0),
    evidence TEXT NOT NULL,
    kip INTEGER NOT NULL CHECK (kip BETWEEN 1 AND 9999999999999),
    reckoning TEXT NOT NULL CHECK (reckoning LIKE '[%]'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX claim_event ON claim (event);
CREATE INDEX claim_member ON claim (member);

CREATE TRIGGER claim_next BEFORE INSERT ON claim BEGIN
    SELECT RAISE(ABORT, 'claim: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'claim: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM claim);
    SELECT RAISE(ABORT, 'claim: the number is taken')
    WHERE EXISTS (SELECT 1 FROM claim WHERE number = NEW.number);
END;

CREATE TABLE claim_decision (
    claim INTEGER PRIMARY KEY REFERENCES claim (id),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    number TEXT NOT NULL CHECK (number <> ''),
    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
    confirmers TEXT NOT NULL CHECK (confirmers LIKE '[%]'),
    reason TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX claim_decision_event ON claim_decision (event);

CREATE TRIGGER claim_decision_once BEFORE INSERT ON claim_decision BEGIN
    SELECT RAISE(ABORT, 'claim_decision: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'claim_decision: already decided')
    WHERE NEW.claim IS NULL OR EXISTS (SELECT 1 FROM claim_decision WHERE claim = NEW.claim);
END;

CREATE TABLE claim_paid (
    claim INTEGER NOT NULL REFERENCES claim (id),
    entry INTEGER NOT NULL REFERENCES entry (number),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (claim, entry)
) STRICT;

CREATE INDEX claim_paid_event ON claim_paid (event);

CREATE TRIGGER claim_paid_once BEFORE INSERT ON claim_paid BEGIN
    SELECT RAISE(ABORT, 'claim_paid: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'claim_paid: not approved')
    WHERE NOT EXISTS (SELECT 1 FROM claim_decision WHERE claim = NEW.claim AND approved = 1);
    SELECT RAISE(ABORT, 'claim_paid: already paid')
    WHERE EXISTS (
        SELECT 1 FROM claim_paid AS p WHERE p.claim = NEW.claim AND NOT EXISTS (
            SELECT 1 FROM entry AS e WHERE e.reverses = p.entry
        )
    );
    SELECT RAISE(ABORT, 'claim_paid: the entry does not pay it')
    WHERE NOT EXISTS (
        SELECT 1 FROM transfer AS t JOIN claim AS c ON c.id = NEW.claim
        WHERE t.entry = NEW.entry AND t.kind = 'benefit' AND t.member = c.member AND t.kip = c.kip
    );
END;

-- ---- in pencil until the sheet is signed ------------------------------------------------------

CREATE TABLE welfare_count (
    sheet INTEGER PRIMARY KEY REFERENCES sheet (id),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 0 AND 9999999999999),
    officer INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER welfare_count_insert BEFORE INSERT ON welfare_count BEGIN
    SELECT RAISE(ABORT, 'welfare_count: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet);
END;

CREATE TRIGGER welfare_count_update BEFORE UPDATE ON welfare_count BEGIN
    SELECT RAISE(ABORT, 'welfare_count: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet IN (OLD.sheet, NEW.sheet));
END;

CREATE TRIGGER welfare_count_delete BEFORE DELETE ON welfare_count BEGIN
    SELECT RAISE(ABORT, 'welfare_count: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = OLD.sheet);
END;

-- ---- ink is not rubbed out --------------------------------------------------------------------

CREATE TRIGGER welfare_card_no_update BEFORE UPDATE ON welfare_card BEGIN
    SELECT RAISE(ABORT, 'welfare_card: is ink');
END;

CREATE TRIGGER welfare_card_no_delete BEFORE DELETE ON welfare_card BEGIN
    SELECT RAISE(ABORT, 'welfare_card: is ink');
END;

CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim BEGIN
    SELECT RAISE(ABORT, 'claim: is ink');
END;

CREATE TRIGGER claim_no_delete BEFORE DELETE ON claim BEGIN
    SELECT RAISE(ABORT, 'claim: is ink');
END;

CREATE TRIGGER claim_decision_no_update BEFORE UPDATE ON claim_decision BEGIN
    SELECT RAISE(ABORT, 'claim_decision: is ink');
END;

CREATE TRIGGER claim_decision_no_delete BEFORE DELETE ON claim_decision BEGIN
    SELECT RAISE(ABORT, 'claim_decision: is ink');
END;

CREATE TRIGGER claim_paid_no_update BEFORE UPDATE ON claim_paid BEGIN
    SELECT RAISE(ABORT, 'claim_paid: is ink');
END;

CREATE TRIGGER claim_paid_no_delete BEFORE DELETE ON claim_paid BEGIN
    SELECT RAISE(ABORT, 'claim_paid: is ink');
END;

PRAGMA user_version = 6;
