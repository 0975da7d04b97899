-- The first shape of the book. Frozen: once a book has been made with it, this file is never edited
-- again; what comes later comes in the next number.
--
-- Days are whole numbers, 20260414 for 14 April 2026: a third of the room of a text, the month is
-- day / 100, and the index by day stays small. A day that no calendar has is refused.
--
-- Ink tables only grow. Each row carries the number of the event (who, what, when) that wrote it;
-- the event is written last and its hash covers all of its rows, so an event without its rows, or
-- a row without its event, cannot be committed, and nothing can be added to an event later.
-- The same holds inside it for entries: transfers first, then the entry that seals them.
-- Every guard is a trigger or a CHECK, so that it holds against any program that opens the file.
-- INSERT OR REPLACE deletes without asking a delete trigger: each insert trigger therefore
-- refuses a key that is taken.

-- ---- who did what, in order -----------------------------------------------------------------

CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    officer INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    second INTEGER,
    second_name TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act <> ''),
    facts TEXT NOT NULL CHECK (facts LIKE '{%}'),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER event_next BEFORE INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'event: not the next number')
    WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'event: does not follow the newest seal')
    WHERE NEW.prev IS NOT coalesce(
        (SELECT hash FROM event ORDER BY seq DESC LIMIT 1), zeroblob(32)
    );
END;

-- ---- the group, its rules, its people -------------------------------------------------------

CREATE TABLE group_version (
    version INTEGER PRIMARY KEY,
    books_begin INTEGER CHECK (books_begin IS NULL OR (books_begin BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', books_begin / 10000, books_begin / 100 % 100, books_begin % 100))) AS INTEGER) IS books_begin)),
    facts TEXT NOT NULL CHECK (facts LIKE '{%}'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX group_version_event ON group_version (event);

CREATE TRIGGER group_version_next BEFORE INSERT ON group_version BEGIN
    SELECT RAISE(ABORT, 'group_version: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'group_version: not the next version')
    WHERE NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM group_version);
    SELECT RAISE(ABORT, 'group_version: the books have begun')
    WHERE NEW.books_begin IS NOT (
        SELECT books_begin FROM group_version ORDER BY version DESC LIMIT 1
    ) AND (SELECT books_begin FROM group_version ORDER BY version DESC LIMIT 1) IS NOT NULL;
END;

CREATE TABLE rulebook (
    id INTEGER PRIMARY KEY,
    valid_from INTEGER NOT NULL CHECK (valid_from BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', valid_from / 10000, valid_from / 100 % 100, valid_from % 100))) AS INTEGER) IS valid_from),
    resolution TEXT NOT NULL,
    facts TEXT NOT NULL CHECK (facts LIKE '{%}'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX rulebook_event ON rulebook (event);

CREATE TRIGGER rulebook_next BEFORE INSERT ON rulebook BEGIN
    SELECT RAISE(ABORT, 'rulebook: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'rulebook: not the next number')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM rulebook);
END;

CREATE TABLE officer_version (
    officer INTEGER NOT NULL CHECK (officer > 0),
    version INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL,
    member INTEGER REFERENCES member (id),
    weight INTEGER NOT NULL CHECK (weight >= 0),
    since INTEGER CHECK (since IS NULL OR (since BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', since / 10000, since / 100 % 100, since % 100))) AS INTEGER) IS since)),
    until INTEGER CHECK (until IS NULL OR (until BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', until / 10000, until / 100 % 100, until % 100))) AS INTEGER) IS until)),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (officer, version)
) STRICT;

CREATE INDEX officer_version_event ON officer_version (event);

CREATE TRIGGER officer_version_next BEFORE INSERT ON officer_version BEGIN
    SELECT RAISE(ABORT, 'officer_version: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'officer_version: not the next version')
    WHERE NEW.version IS NOT (
        SELECT coalesce(max(version), 0) + 1 FROM officer_version WHERE officer = NEW.officer
    );
END;

CREATE TABLE member (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX member_event ON member (event);

CREATE TRIGGER member_next BEFORE INSERT ON member BEGIN
    SELECT RAISE(ABORT, 'member: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'member: the id is taken')
    WHERE NEW.id <= (SELECT coalesce(max(id), 0) FROM member);
END;

CREATE TABLE member_version (
    member INTEGER NOT NULL REFERENCES member (id),
    version INTEGER NOT NULL,
    number TEXT NOT NULL CHECK (number <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    joined INTEGER NOT NULL CHECK (joined BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', joined / 10000, joined / 100 % 100, joined % 100))) AS INTEGER) IS joined),
    title TEXT NOT NULL,
    sex TEXT NOT NULL,
    household TEXT NOT NULL,
    village_unit TEXT NOT NULL,
    phone TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status <> ''),
    welfare_since INTEGER CHECK (welfare_since IS NULL OR (welfare_since BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', welfare_since / 10000, welfare_since / 100 % 100, welfare_since % 100))) AS INTEGER) IS welfare_since)),
    promise INTEGER NOT NULL CHECK (promise BETWEEN 0 AND 9999999999999),
    shares INTEGER NOT NULL CHECK (shares >= 0),
    fee_free INTEGER NOT NULL CHECK (fee_free IN (0, 1)),
    beneficiaries TEXT NOT NULL CHECK (beneficiaries LIKE '[%]'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (member, version)
) STRICT;

CREATE INDEX member_version_event ON member_version (event);

CREATE TRIGGER member_version_next BEFORE INSERT ON member_version BEGIN
    SELECT RAISE(ABORT, 'member_version: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'member_version: not the next version')
    WHERE NEW.version IS NOT (
        SELECT coalesce(max(version), 0) + 1 FROM member_version WHERE member = NEW.member
    );
END;

-- ---- loans ----------------------------------------------------------------------------------

CREATE TABLE loan (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    member INTEGER NOT NULL REFERENCES member (id),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 1 AND 9999999999999),
    purpose TEXT NOT NULL,
    product TEXT NOT NULL CHECK (product LIKE '{%}'),
    months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 1200),
    guarantors TEXT NOT NULL CHECK (guarantors LIKE '[%]'),
    note TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX loan_event ON loan (event);

CREATE TRIGGER loan_next BEFORE INSERT ON loan BEGIN
    SELECT RAISE(ABORT, 'loan: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'loan: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM loan);
    SELECT RAISE(ABORT, 'loan: the number is taken')
    WHERE EXISTS (SELECT 1 FROM loan WHERE number = NEW.number);
END;

CREATE TABLE loan_decision (
    loan INTEGER PRIMARY KEY REFERENCES loan (id),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    number TEXT NOT NULL,
    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 0 AND 9999999999999),
    approvers TEXT NOT NULL CHECK (approvers LIKE '[%]'),
    reason TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX loan_decision_event ON loan_decision (event);

CREATE TRIGGER loan_decision_once BEFORE INSERT ON loan_decision BEGIN
    SELECT RAISE(ABORT, 'loan_decision: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'loan_decision: already decided')
    WHERE NEW.loan IS NULL OR EXISTS (SELECT 1 FROM loan_decision WHERE loan = NEW.loan);
END;

-- ---- meetings in ink ------------------------------------------------------------------------

CREATE TABLE sheet (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    kind TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (kind, number)
) STRICT;

CREATE INDEX sheet_event ON sheet (event);

CREATE TRIGGER sheet_next BEFORE INSERT ON sheet BEGIN
    SELECT RAISE(ABORT, 'sheet: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'sheet: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM sheet);
    SELECT RAISE(ABORT, 'sheet: not the next number of its kind')
    WHERE NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM sheet WHERE kind = NEW.kind);
    SELECT RAISE(ABORT, 'sheet: the day lies in a closed year')
    WHERE NEW.day <= (SELECT coalesce(max(last), 0) FROM closed_year);
END;

CREATE TABLE sheet_signed (
    sheet INTEGER PRIMARY KEY REFERENCES sheet (id),
    signed_by TEXT NOT NULL CHECK (signed_by LIKE '[_%]' AND signed_by <> '[]'),
    first INTEGER REFERENCES entry (number),
    last INTEGER REFERENCES entry (number) CHECK (last >= first),
    pencil BLOB NOT NULL CHECK (length(pencil) = 32),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX sheet_signed_event ON sheet_signed (event);

CREATE TRIGGER sheet_signed_once BEFORE INSERT ON sheet_signed BEGIN
    SELECT RAISE(ABORT, 'sheet_signed: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'sheet_signed: already signed')
    WHERE NEW.sheet IS NULL OR EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet);
END;

-- ---- money ----------------------------------------------------------------------------------

CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    month INTEGER CHECK (month IS NULL OR (month BETWEEN 199001 AND 209912 AND month % 100 BETWEEN 1 AND 12)),
    note TEXT NOT NULL,
    sheet INTEGER REFERENCES sheet (id),
    reverses INTEGER REFERENCES entry (number) CHECK (reverses < number),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX entry_event ON entry (event);

CREATE INDEX entry_day ON entry (day);

CREATE INDEX entry_month ON entry (month) WHERE month IS NOT NULL;

CREATE UNIQUE INDEX entry_reverses ON entry (reverses) WHERE reverses IS NOT NULL;

CREATE INDEX entry_sheet ON entry (sheet) WHERE sheet IS NOT NULL;

CREATE TRIGGER entry_next BEFORE INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'entry: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'entry: not the next number')
    WHERE NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entry);
    SELECT RAISE(ABORT, 'entry: does not follow the newest seal')
    WHERE NEW.prev IS NOT coalesce(
        (SELECT hash FROM entry ORDER BY number DESC LIMIT 1), zeroblob(32)
    );
    SELECT RAISE(ABORT, 'entry: without a transfer')
    WHERE NOT EXISTS (SELECT 1 FROM transfer WHERE entry = NEW.number);
    SELECT RAISE(ABORT, 'entry: the books have not begun')
    WHERE (SELECT books_begin FROM group_version ORDER BY version DESC LIMIT 1) IS NULL;
    SELECT RAISE(ABORT, 'entry: the day lies in a closed year')
    WHERE NEW.day <= (SELECT coalesce(max(last), 0) FROM closed_year);
END;

CREATE TRIGGER entry_of_sheet BEFORE INSERT ON entry WHEN NEW.sheet IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'entry: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet);
    SELECT RAISE(ABORT, 'entry: not on the day of its sheet')
    WHERE NEW.day IS NOT (SELECT day FROM sheet WHERE id = NEW.sheet);
END;

CREATE TRIGGER entry_mirrors BEFORE INSERT ON entry WHEN NEW.reverses IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'entry: already taken back')
    WHERE EXISTS (SELECT 1 FROM entry WHERE reverses = NEW.reverses);
    SELECT RAISE(ABORT, 'entry: does not mirror the entry it takes back')
    WHERE (SELECT count(*) FROM transfer WHERE entry = NEW.number)
        IS NOT (SELECT count(*) FROM transfer WHERE entry = NEW.reverses)
    OR EXISTS (
        SELECT 1 FROM transfer AS a
        LEFT JOIN transfer AS b ON b.entry = NEW.number AND b.line = a.line
        WHERE a.entry = NEW.reverses AND NOT (
            b.kind IS a.kind AND b.debit IS a.credit AND b.credit IS a.debit
            AND b.kip IS a.kip AND b.member IS a.member AND b.loan IS a.loan
        )
    );
END;

CREATE TABLE transfer (
    entry INTEGER NOT NULL REFERENCES entry (number) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL CHECK (line BETWEEN 0 AND 9999),
    kind TEXT NOT NULL CHECK (kind <> ''),
    debit INTEGER NOT NULL CHECK (debit BETWEEN 1000 AND 5999),
    credit INTEGER NOT NULL CHECK (credit BETWEEN 1000 AND 5999 AND credit <> debit),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 1 AND 9999999999999),
    member INTEGER REFERENCES member (id),
    loan INTEGER REFERENCES loan (id),
    PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX transfer_member ON transfer (member, entry) WHERE member IS NOT NULL;

CREATE INDEX transfer_loan ON transfer (loan, entry) WHERE loan IS NOT NULL;

CREATE INDEX transfer_fee ON transfer (kind, member)
WHERE kind IN ('entry_fee', 'passbook_fee');

CREATE TRIGGER transfer_unsealed BEFORE INSERT ON transfer BEGIN
    SELECT RAISE(ABORT, 'transfer: this entry is sealed')
    WHERE NEW.entry <= (SELECT coalesce(max(number), 0) FROM entry);
    SELECT RAISE(ABORT, 'transfer: the line is taken')
    WHERE EXISTS (SELECT 1 FROM transfer WHERE entry = NEW.entry AND line = NEW.line);
END;

CREATE TABLE closed_year (
    year INTEGER PRIMARY KEY CHECK (year BETWEEN 1990 AND 2099),
    first INTEGER NOT NULL CHECK (first BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', first / 10000, first / 100 % 100, first % 100))) AS INTEGER) IS first),
    last INTEGER NOT NULL CHECK (last BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', last / 10000, last / 100 % 100, last % 100))) AS INTEGER) IS last) CHECK (last > first),
    signed_by TEXT NOT NULL CHECK (signed_by LIKE '[%]'),
    plan TEXT NOT NULL CHECK (plan LIKE '{%}'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX closed_year_event ON closed_year (event);

CREATE TRIGGER closed_year_next BEFORE INSERT ON closed_year BEGIN
    SELECT RAISE(ABORT, 'closed_year: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'closed_year: not after the last closed year')
    WHERE NEW.year IS NULL OR NEW.first <= (SELECT coalesce(max(last), 0) FROM closed_year)
        OR NEW.year <= (SELECT coalesce(max(year), 0) FROM closed_year);
END;

-- ---- sums, kept in the same transaction; the check works each of them out anew ---------------

CREATE TABLE month_total (
    account INTEGER NOT NULL CHECK (account BETWEEN 1000 AND 5999),
    month INTEGER NOT NULL CHECK (month BETWEEN 199001 AND 209912 AND month % 100 BETWEEN 1 AND 12),
    debit INTEGER NOT NULL CHECK (debit >= 0),
    credit INTEGER NOT NULL CHECK (credit >= 0),
    PRIMARY KEY (account, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_total (
    loan INTEGER PRIMARY KEY REFERENCES loan (id),
    debit INTEGER NOT NULL CHECK (debit >= 0),
    credit INTEGER NOT NULL CHECK (credit >= 0),
    finished INTEGER NOT NULL CHECK (finished IN (0, 1))
) STRICT;

CREATE TABLE year_opening (
    year INTEGER NOT NULL CHECK (year BETWEEN 1991 AND 2100),
    member INTEGER NOT NULL REFERENCES member (id),
    savings INTEGER NOT NULL,
    dividend INTEGER NOT NULL,
    PRIMARY KEY (year, member)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER year_opening_once BEFORE INSERT ON year_opening BEGIN
    SELECT RAISE(ABORT, 'year_opening: already written')
    WHERE EXISTS (SELECT 1 FROM year_opening WHERE year = NEW.year AND member = NEW.member);
    SELECT RAISE(ABORT, 'year_opening: the year before is not closed')
    WHERE NOT EXISTS (SELECT 1 FROM closed_year WHERE year = NEW.year - 1);
END;

CREATE TRIGGER month_total_kept BEFORE DELETE ON month_total BEGIN
    SELECT RAISE(ABORT, 'month_total: is never deleted');
END;

CREATE TRIGGER loan_total_kept BEFORE DELETE ON loan_total BEGIN
    SELECT RAISE(ABORT, 'loan_total: is never deleted');
END;

-- ---- pencil: may be rubbed out until its sheet is signed; each row says who typed it ----------

CREATE TABLE attendance (
    sheet INTEGER NOT NULL REFERENCES sheet (id),
    member INTEGER NOT NULL REFERENCES member (id),
    attendance TEXT NOT NULL,
    officer INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (sheet, member)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attendance_insert BEFORE INSERT ON attendance BEGIN
    SELECT RAISE(ABORT, 'attendance: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet);
END;

CREATE TRIGGER attendance_update BEFORE UPDATE ON attendance BEGIN
    SELECT RAISE(ABORT, 'attendance: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet IN (OLD.sheet, NEW.sheet));
END;

CREATE TRIGGER attendance_delete BEFORE DELETE ON attendance BEGIN
    SELECT RAISE(ABORT, 'attendance: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = OLD.sheet);
END;

CREATE TABLE cell (
    sheet INTEGER NOT NULL REFERENCES sheet (id),
    member INTEGER NOT NULL REFERENCES member (id),
    col TEXT NOT NULL CHECK (col <> ''),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 0 AND 9999999999999),
    officer INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (sheet, member, col)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER cell_insert BEFORE INSERT ON cell BEGIN
    SELECT RAISE(ABORT, 'cell: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet);
END;

CREATE TRIGGER cell_update BEFORE UPDATE ON cell BEGIN
    SELECT RAISE(ABORT, 'cell: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet IN (OLD.sheet, NEW.sheet));
END;

CREATE TRIGGER cell_delete BEFORE DELETE ON cell BEGIN
    SELECT RAISE(ABORT, 'cell: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = OLD.sheet);
END;

CREATE TABLE pencil_line (
    sheet INTEGER NOT NULL REFERENCES sheet (id),
    number INTEGER NOT NULL CHECK (number > 0),
    line TEXT NOT NULL CHECK (line LIKE '[%]'),
    officer INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (sheet, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pencil_line_insert BEFORE INSERT ON pencil_line BEGIN
    SELECT RAISE(ABORT, 'pencil_line: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet);
END;

CREATE TRIGGER pencil_line_update BEFORE UPDATE ON pencil_line BEGIN
    SELECT RAISE(ABORT, 'pencil_line: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet IN (OLD.sheet, NEW.sheet));
END;

CREATE TRIGGER pencil_line_delete BEFORE DELETE ON pencil_line BEGIN
    SELECT RAISE(ABORT, 'pencil_line: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = OLD.sheet);
END;

CREATE TABLE cash_count (
    sheet INTEGER NOT NULL REFERENCES sheet (id),
    moment TEXT NOT NULL CHECK (moment IN ('opening', 'closing')),
    notes TEXT NOT NULL CHECK (notes LIKE '[%]'),
    reason TEXT NOT NULL,
    officer INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (sheet, moment)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER cash_count_insert BEFORE INSERT ON cash_count BEGIN
    SELECT RAISE(ABORT, 'cash_count: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet);
END;

CREATE TRIGGER cash_count_update BEFORE UPDATE ON cash_count BEGIN
    SELECT RAISE(ABORT, 'cash_count: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet IN (OLD.sheet, NEW.sheet));
END;

CREATE TRIGGER cash_count_delete BEFORE DELETE ON cash_count BEGIN
    SELECT RAISE(ABORT, 'cash_count: the sheet is signed')
    WHERE EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = OLD.sheet);
END;

CREATE TABLE draft (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    text TEXT NOT NULL,
    officer INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- ink is not rubbed out --------------------------------------------------------------------

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'event: is ink');
END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'event: is ink');
END;

CREATE TRIGGER group_version_no_update BEFORE UPDATE ON group_version BEGIN
    SELECT RAISE(ABORT, 'group_version: is ink');
END;

CREATE TRIGGER group_version_no_delete BEFORE DELETE ON group_version BEGIN
    SELECT RAISE(ABORT, 'group_version: is ink');
END;

CREATE TRIGGER rulebook_no_update BEFORE UPDATE ON rulebook BEGIN
    SELECT RAISE(ABORT, 'rulebook: is ink');
END;

CREATE TRIGGER rulebook_no_delete BEFORE DELETE ON rulebook BEGIN
    SELECT RAISE(ABORT, 'rulebook: is ink');
END;

CREATE TRIGGER officer_version_no_update BEFORE UPDATE ON officer_version BEGIN
    SELECT RAISE(ABORT, 'officer_version: is ink');
END;

CREATE TRIGGER officer_version_no_delete BEFORE DELETE ON officer_version BEGIN
    SELECT RAISE(ABORT, 'officer_version: is ink');
END;

CREATE TRIGGER member_no_update BEFORE UPDATE ON member BEGIN
    SELECT RAISE(ABORT, 'member: is ink');
END;

CREATE TRIGGER member_no_delete BEFORE DELETE ON member BEGIN
    SELECT RAISE(ABORT, 'member: is ink');
END;

CREATE TRIGGER member_version_no_update BEFORE UPDATE ON member_version BEGIN
    SELECT RAISE(ABORT, 'member_version: is ink');
END;

CREATE TRIGGER member_version_no_delete BEFORE DELETE ON member_version BEGIN
    SELECT RAISE(ABORT, 'member_version: is ink');
END;

CREATE TRIGGER loan_no_update BEFORE UPDATE ON loan BEGIN
    SELECT RAISE(ABORT, 'loan: is ink');
END;

CREATE TRIGGER loan_no_delete BEFORE DELETE ON loan BEGIN
    SELECT RAISE(ABORT, 'loan: is ink');
END;

CREATE TRIGGER loan_decision_no_update BEFORE UPDATE ON loan_decision BEGIN
    SELECT RAISE(ABORT, 'loan_decision: is ink');
END;

CREATE TRIGGER loan_decision_no_delete BEFORE DELETE ON loan_decision BEGIN
    SELECT RAISE(ABORT, 'loan_decision: is ink');
END;

CREATE TRIGGER sheet_no_update BEFORE UPDATE ON sheet BEGIN
    SELECT RAISE(ABORT, 'sheet: is ink');
END;

CREATE TRIGGER sheet_no_delete BEFORE DELETE ON sheet BEGIN
    SELECT RAISE(ABORT, 'sheet: is ink');
END;

CREATE TRIGGER sheet_signed_no_update BEFORE UPDATE ON sheet_signed BEGIN
    SELECT RAISE(ABORT, 'sheet_signed: is ink');
END;

CREATE TRIGGER sheet_signed_no_delete BEFORE DELETE ON sheet_signed BEGIN
    SELECT RAISE(ABORT, 'sheet_signed: is ink');
END;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'entry: is ink');
END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'entry: is ink');
END;

CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer BEGIN
    SELECT RAISE(ABORT, 'transfer: is ink');
END;

CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer BEGIN
    SELECT RAISE(ABORT, 'transfer: is ink');
END;

CREATE TRIGGER closed_year_no_update BEFORE UPDATE ON closed_year BEGIN
    SELECT RAISE(ABORT, 'closed_year: is ink');
END;

CREATE TRIGGER closed_year_no_delete BEFORE DELETE ON closed_year BEGIN
    SELECT RAISE(ABORT, 'closed_year: is ink');
END;

CREATE TRIGGER year_opening_no_update BEFORE UPDATE ON year_opening BEGIN
    SELECT RAISE(ABORT, 'year_opening: is ink');
END;

CREATE TRIGGER year_opening_no_delete BEFORE DELETE ON year_opening BEGIN
    SELECT RAISE(ABORT, 'year_opening: is ink');
END;

PRAGMA application_id = 0x544e676f;

PRAGMA user_version = 1;
