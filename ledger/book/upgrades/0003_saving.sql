-- Two kinds of savings side by side, notice of withdrawals, and fixed interest on savings.
-- Ink and guards as in the first file.

-- ---- a member has said that she will take savings out -----------------------------------------

CREATE TABLE withdrawal_notice (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    member INTEGER NOT NULL REFERENCES member (id),
    product TEXT NOT NULL CHECK (product <> ''),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 1 AND 9999999999999),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    ready INTEGER NOT NULL CHECK (ready >= day AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', ready / 10000, ready / 100 % 100, ready % 100))) AS INTEGER) IS ready),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX withdrawal_notice_event ON withdrawal_notice (event);

CREATE TRIGGER withdrawal_notice_next BEFORE INSERT ON withdrawal_notice BEGIN
    SELECT RAISE(ABORT, 'withdrawal_notice: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'withdrawal_notice: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM withdrawal_notice);
END;

CREATE TRIGGER withdrawal_notice_no_update BEFORE UPDATE ON withdrawal_notice BEGIN
    SELECT RAISE(ABORT, 'withdrawal_notice: is ink');
END;

CREATE TRIGGER withdrawal_notice_no_delete BEFORE DELETE ON withdrawal_notice BEGIN
    SELECT RAISE(ABORT, 'withdrawal_notice: is ink');
END;

-- ---- what of a notice she does not want to take out after all ----------------------------------

CREATE TABLE notice_taken_back (
    notice INTEGER PRIMARY KEY REFERENCES withdrawal_notice (id),
    kip INTEGER NOT NULL CHECK (kip BETWEEN 1 AND 9999999999999),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX notice_taken_back_event ON notice_taken_back (event);

CREATE TRIGGER notice_taken_back_next BEFORE INSERT ON notice_taken_back BEGIN
    SELECT RAISE(ABORT, 'notice_taken_back: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'notice_taken_back: not of that notice')
    WHERE NOT EXISTS (
        SELECT 1 FROM withdrawal_notice WHERE id = NEW.notice AND kip >= NEW.kip
    );
    SELECT RAISE(ABORT, 'notice_taken_back: was taken back before')
    WHERE EXISTS (SELECT 1 FROM notice_taken_back WHERE notice = NEW.notice);
END;

CREATE TRIGGER notice_taken_back_no_update BEFORE UPDATE ON notice_taken_back BEGIN
    SELECT RAISE(ABORT, 'notice_taken_back: is ink');
END;

CREATE TRIGGER notice_taken_back_no_delete BEFORE DELETE ON notice_taken_back BEGIN
    SELECT RAISE(ABORT, 'notice_taken_back: is ink');
END;

-- ---- interest on savings: the months it was credited for, each once ----------------------------

CREATE TABLE savings_interest (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    first INTEGER NOT NULL CHECK (first BETWEEN 199001 AND 209912 AND first % 100 BETWEEN 1 AND 12),
    last INTEGER NOT NULL CHECK (last BETWEEN first AND 209912 AND last % 100 BETWEEN 1 AND 12),
    entry INTEGER REFERENCES entry (number),
    plan TEXT NOT NULL CHECK (plan LIKE '{%}'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX savings_interest_event ON savings_interest (event);

CREATE TRIGGER savings_interest_next BEFORE INSERT ON savings_interest BEGIN
    SELECT RAISE(ABORT, 'savings_interest: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'savings_interest: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM savings_interest);
    SELECT RAISE(ABORT, 'savings_interest: not the entry of this event')
    WHERE NEW.entry IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM entry WHERE number = NEW.entry AND event = NEW.event
    );
    SELECT RAISE(ABORT, 'savings_interest: was credited for one of these months')
    WHERE EXISTS (
        SELECT 1 FROM savings_interest AS s
        WHERE s.first <= NEW.last AND s.last >= NEW.first
        AND NOT EXISTS (SELECT 1 FROM entry AS e WHERE e.reverses = s.entry)
    );
END;

CREATE TRIGGER savings_interest_no_update BEFORE UPDATE ON savings_interest BEGIN
    SELECT RAISE(ABORT, 'savings_interest: is ink');
END;

CREATE TRIGGER savings_interest_no_delete BEFORE DELETE ON savings_interest BEGIN
    SELECT RAISE(ABORT, 'savings_interest: is ink');
END;

-- ---- what each member had in voluntary savings when a year began -------------------------------

ALTER TABLE year_opening ADD COLUMN voluntary INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 3;
