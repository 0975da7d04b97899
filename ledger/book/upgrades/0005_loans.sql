-- ---- what is decided about a loan after its request -------------------------------------------
--
-- A contract, new due days, a pause of interest, a waiver, a write-off, a loan that passes to a
-- guarantor: the kind says which, the facts are its own. Money that moves with it is an entry.

CREATE TABLE loan_act (
    id INTEGER PRIMARY KEY,
    loan INTEGER NOT NULL REFERENCES loan (id),
    kind TEXT NOT NULL CHECK (kind <> ''),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    decision TEXT NOT NULL,
    facts TEXT NOT NULL CHECK (facts LIKE '{%}'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX loan_act_event ON loan_act (event);

CREATE INDEX loan_act_loan ON loan_act (loan);

CREATE TRIGGER loan_act_next BEFORE INSERT ON loan_act BEGIN
    SELECT RAISE(ABORT, 'loan_act: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'loan_act: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM loan_act);
    SELECT RAISE(ABORT, 'loan_act: the day lies in a closed year')
    WHERE NEW.day <= (SELECT coalesce(max(last), 0) FROM closed_year);
END;

CREATE TRIGGER loan_act_no_update BEFORE UPDATE ON loan_act BEGIN
    SELECT RAISE(ABORT, 'loan_act: is ink');
END;

CREATE TRIGGER loan_act_no_delete BEFORE DELETE ON loan_act BEGIN
    SELECT RAISE(ABORT, 'loan_act: is ink');
END;

-- ---- before a loan is handed over: put off, other guarantors, who was against, taken ahead ----

CREATE TABLE loan_before (
    id INTEGER PRIMARY KEY,
    loan INTEGER NOT NULL REFERENCES loan (id),
    kind TEXT NOT NULL CHECK (kind IN ('put_off', 'guarantors', 'against', 'ahead')),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    decision TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (trim(reason) = reason) CHECK (reason <> '' OR kind = 'against'),
    until INTEGER CHECK (until IS NULL OR (until BETWEEN day AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', until / 10000, until / 100 % 100, until % 100))) AS INTEGER) IS until)),
    named TEXT NOT NULL CHECK (named LIKE '[%]'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX loan_before_event ON loan_before (event);

CREATE INDEX loan_before_loan ON loan_before (loan, kind);

CREATE TRIGGER loan_before_next BEFORE INSERT ON loan_before BEGIN
    SELECT RAISE(ABORT, 'loan_before: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'loan_before: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM loan_before);
    SELECT RAISE(ABORT, 'loan_before: the money was handed over')
    WHERE EXISTS (SELECT 1 FROM transfer WHERE loan = NEW.loan);
    SELECT RAISE(ABORT, 'loan_before: before the loan was asked for')
    WHERE NEW.day < (SELECT day FROM loan WHERE id = NEW.loan);
END;

CREATE TRIGGER loan_before_no_update BEFORE UPDATE ON loan_before BEGIN
    SELECT RAISE(ABORT, 'loan_before: is ink');
END;

CREATE TRIGGER loan_before_no_delete BEFORE DELETE ON loan_before BEGIN
    SELECT RAISE(ABORT, 'loan_before: is ink');
END;

PRAGMA user_version = 5;
