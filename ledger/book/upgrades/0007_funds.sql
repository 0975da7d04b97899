-- Funds, banks, network and lenders: the papers behind an entry, what the group has borrowed, and
-- what the banks' own books showed. Funds themselves are accounts of the rulebook.

-- ---- the papers behind an entry: who gave, which receipt -----------------------------

CREATE TABLE entry_proof (
    entry INTEGER PRIMARY KEY REFERENCES entry (number),
    partner TEXT NOT NULL,
    receipt TEXT NOT NULL CHECK (partner <> '' OR receipt <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX entry_proof_event ON entry_proof (event);

CREATE TRIGGER entry_proof_once BEFORE INSERT ON entry_proof BEGIN
    SELECT RAISE(ABORT, 'entry_proof: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'entry_proof: the entry has its papers')
    WHERE EXISTS (SELECT 1 FROM entry_proof WHERE entry = NEW.entry);
    SELECT RAISE(ABORT, 'entry_proof: not an entry of this event')
    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry AND event = NEW.event);
END;

CREATE TRIGGER entry_proof_no_update BEFORE UPDATE ON entry_proof BEGIN
    SELECT RAISE(ABORT, 'entry_proof: is ink');
END;

CREATE TRIGGER entry_proof_no_delete BEFORE DELETE ON entry_proof BEGIN
    SELECT RAISE(ABORT, 'entry_proof: is ink');
END;

-- ---- what the group has borrowed: one account for each borrowing -----------------------------

CREATE TABLE borrowing (
    account INTEGER PRIMARY KEY CHECK (account BETWEEN 2201 AND 2299),
    lender TEXT NOT NULL CHECK (lender <> ''),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 1 AND 9999999999999),
    terms TEXT NOT NULL CHECK (terms LIKE '{%}'),
    decision TEXT NOT NULL CHECK (decision <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX borrowing_event ON borrowing (event);

CREATE TRIGGER borrowing_once BEFORE INSERT ON borrowing BEGIN
    SELECT RAISE(ABORT, 'borrowing: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'borrowing: the account is taken')
    WHERE NEW.account < 1 OR EXISTS (SELECT 1 FROM borrowing WHERE account = NEW.account);
    SELECT RAISE(ABORT, 'borrowing: the day lies in a closed year')
    WHERE NEW.day <= (SELECT coalesce(max(last), 0) FROM closed_year);
END;

CREATE TRIGGER borrowing_no_update BEFORE UPDATE ON borrowing BEGIN
    SELECT RAISE(ABORT, 'borrowing: is ink');
END;

CREATE TRIGGER borrowing_no_delete BEFORE DELETE ON borrowing BEGIN
    SELECT RAISE(ABORT, 'borrowing: is ink');
END;

-- ---- what the banks' books showed, and which entries stood in them ---------------------------

CREATE TABLE bank_statement (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    bank INTEGER NOT NULL CHECK (bank BETWEEN 1001 AND 1099),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 0 AND 9999999999999),
    difference INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (difference = 0 OR reason <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX bank_statement_event ON bank_statement (event);

CREATE TRIGGER bank_statement_next BEFORE INSERT ON bank_statement BEGIN
    SELECT RAISE(ABORT, 'bank_statement: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'bank_statement: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM bank_statement);
    SELECT RAISE(ABORT, 'bank_statement: a later one is written')
    WHERE EXISTS (SELECT 1 FROM bank_statement WHERE bank = NEW.bank AND day > NEW.day);
END;

CREATE TRIGGER bank_statement_no_update BEFORE UPDATE ON bank_statement BEGIN
    SELECT RAISE(ABORT, 'bank_statement: is ink');
END;

CREATE TRIGGER bank_statement_no_delete BEFORE DELETE ON bank_statement BEGIN
    SELECT RAISE(ABORT, 'bank_statement: is ink');
END;

CREATE TABLE bank_tick (
    bank INTEGER NOT NULL CHECK (bank BETWEEN 1001 AND 1099),
    entry INTEGER NOT NULL REFERENCES entry (number),
    statement INTEGER NOT NULL REFERENCES bank_statement (id),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (bank, entry)
) STRICT;

CREATE INDEX bank_tick_event ON bank_tick (event);

CREATE TRIGGER bank_tick_once BEFORE INSERT ON bank_tick BEGIN
    SELECT RAISE(ABORT, 'bank_tick: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'bank_tick: ticked before')
    WHERE NEW.entry IS NULL
    OR EXISTS (SELECT 1 FROM bank_tick WHERE bank = NEW.bank AND entry = NEW.entry);
    SELECT RAISE(ABORT, 'bank_tick: not a statement of this bank and event')
    WHERE NOT EXISTS (
        SELECT 1 FROM bank_statement
        WHERE id = NEW.statement AND bank = NEW.bank AND event = NEW.event
    );
    SELECT RAISE(ABORT, 'bank_tick: the entry does not touch the bank')
    WHERE NOT EXISTS (
        SELECT 1 FROM transfer WHERE entry = NEW.entry AND NEW.bank IN (debit, credit)
    );
END;

CREATE TRIGGER bank_tick_no_update BEFORE UPDATE ON bank_tick BEGIN
    SELECT RAISE(ABORT, 'bank_tick: is ink');
END;

CREATE TRIGGER bank_tick_no_delete BEFORE DELETE ON bank_tick BEGIN
    SELECT RAISE(ABORT, 'bank_tick: is ink');
END;

PRAGMA user_version = 7;
