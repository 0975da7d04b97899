-- What the group lends to other villages' groups: one account for each loan, as with a borrowing.

CREATE TABLE group_loan (
    account INTEGER PRIMARY KEY CHECK (account BETWEEN 1301 AND 1399),
    borrower TEXT NOT NULL CHECK (borrower <> ''),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 1 AND 9999999999999),
    terms TEXT NOT NULL CHECK (terms LIKE '{%}'),
    decision TEXT NOT NULL CHECK (decision <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX group_loan_event ON group_loan (event);

CREATE TRIGGER group_loan_once BEFORE INSERT ON group_loan BEGIN
    SELECT RAISE(ABORT, 'group_loan: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'group_loan: the account is taken')
    WHERE NEW.account < 1 OR EXISTS (SELECT 1 FROM group_loan WHERE account = NEW.account);
    SELECT RAISE(ABORT, 'group_loan: the day lies in a closed year')
    WHERE NEW.day <= (SELECT coalesce(max(last), 0) FROM closed_year);
END;

CREATE TRIGGER group_loan_no_update BEFORE UPDATE ON group_loan BEGIN
    SELECT RAISE(ABORT, 'group_loan: is ink');
END;

CREATE TRIGGER group_loan_no_delete BEFORE DELETE ON group_loan BEGIN
    SELECT RAISE(ABORT, 'group_loan: is ink');
END;

PRAGMA user_version = 10;
