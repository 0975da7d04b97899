-- The minutes, and which entries rest on which decision.

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (number <> '' AND trim(number) = number),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    subject TEXT NOT NULL CHECK (subject <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    present TEXT NOT NULL CHECK (present LIKE '[%]'),
    votes_for INTEGER CHECK (votes_for >= 0),
    votes_against INTEGER CHECK (votes_against >= 0)
        CHECK ((votes_for IS NULL) = (votes_against IS NULL)),
    sheet INTEGER REFERENCES sheet (id),
    corrects INTEGER REFERENCES decision (id) CHECK (corrects < id),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX decision_event ON decision (event);

CREATE UNIQUE INDEX decision_corrects ON decision (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER decision_next BEFORE INSERT ON decision BEGIN
    SELECT RAISE(ABORT, 'decision: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'decision: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM decision);
    SELECT RAISE(ABORT, 'decision: the number is taken')
    WHERE EXISTS (SELECT 1 FROM decision WHERE number = NEW.number);
    SELECT RAISE(ABORT, 'decision: already corrected')
    WHERE EXISTS (SELECT 1 FROM decision WHERE corrects = NEW.corrects);
    SELECT RAISE(ABORT, 'decision: not on the day of its meeting')
    WHERE NEW.sheet IS NOT NULL AND NEW.day IS NOT (SELECT day FROM sheet WHERE id = NEW.sheet);
END;

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision: is ink');
END;

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision: is ink');
END;

CREATE TABLE entry_decision (
    entry INTEGER NOT NULL REFERENCES entry (number),
    number TEXT NOT NULL CHECK (number <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (entry, number)
) STRICT;

CREATE INDEX entry_decision_event ON entry_decision (event);

CREATE TRIGGER entry_decision_next BEFORE INSERT ON entry_decision BEGIN
    SELECT RAISE(ABORT, 'entry_decision: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'entry_decision: not of the event that wrote the entry')
    WHERE NEW.event IS NOT (SELECT event FROM entry WHERE number = NEW.entry);
    SELECT RAISE(ABORT, 'entry_decision: already written')
    WHERE EXISTS (SELECT 1 FROM entry_decision WHERE entry = NEW.entry AND number = NEW.number);
END;

CREATE TRIGGER entry_decision_no_update BEFORE UPDATE ON entry_decision BEGIN
    SELECT RAISE(ABORT, 'entry_decision: is ink');
END;

CREATE TRIGGER entry_decision_no_delete BEFORE DELETE ON entry_decision BEGIN
    SELECT RAISE(ABORT, 'entry_decision: is ink');
END;

-- ---- sheets that no longer count ----------------------------------------------------------------

CREATE TABLE sheet_reopened (
    sheet INTEGER PRIMARY KEY REFERENCES sheet (id),
    next INTEGER NOT NULL UNIQUE REFERENCES sheet (id) CHECK (next > sheet),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX sheet_reopened_event ON sheet_reopened (event);

CREATE TRIGGER sheet_reopened_last BEFORE INSERT ON sheet_reopened BEGIN
    SELECT RAISE(ABORT, 'sheet_reopened: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'sheet_reopened: already reopened')
    WHERE EXISTS (
        SELECT 1 FROM sheet_reopened WHERE sheet = NEW.sheet OR next = NEW.next
    );
    SELECT RAISE(ABORT, 'sheet_reopened: not signed')
    WHERE NOT EXISTS (
        SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet AND event < NEW.event
        AND sheet NOT IN (SELECT sheet FROM sheet_away)
    );
    SELECT RAISE(ABORT, 'sheet_reopened: something later stands on it')
    WHERE EXISTS (
        SELECT 1 FROM entry WHERE event < NEW.event
        AND event > (SELECT event FROM sheet_signed WHERE sheet = NEW.sheet)
    ) OR EXISTS (
        SELECT 1 FROM sheet WHERE id > NEW.sheet AND id <> NEW.next
        AND id NOT IN (SELECT sheet FROM sheet_away)
    );
    SELECT RAISE(ABORT, 'sheet_reopened: an entry of it is not taken back')
    WHERE EXISTS (
        SELECT 1 FROM entry AS e WHERE e.sheet = NEW.sheet AND NOT EXISTS (
            SELECT 1 FROM entry AS m
            WHERE m.reverses = e.number AND m.event = NEW.event AND m.day = e.day
        )
    );
    SELECT RAISE(ABORT, 'sheet_reopened: the sheet that follows is not a new one of its day')
    WHERE NOT EXISTS (
        SELECT 1 FROM sheet AS n JOIN sheet AS o ON o.kind = n.kind AND o.day = n.day
        WHERE n.id = NEW.next AND o.id = NEW.sheet AND n.event = NEW.event
    );
END;

CREATE TRIGGER sheet_reopened_no_update BEFORE UPDATE ON sheet_reopened BEGIN
    SELECT RAISE(ABORT, 'sheet_reopened: is ink');
END;

CREATE TRIGGER sheet_reopened_no_delete BEFORE DELETE ON sheet_reopened BEGIN
    SELECT RAISE(ABORT, 'sheet_reopened: is ink');
END;

CREATE TABLE sheet_away (
    sheet INTEGER PRIMARY KEY REFERENCES sheet (id),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX sheet_away_event ON sheet_away (event);

CREATE TRIGGER sheet_away_empty BEFORE INSERT ON sheet_away BEGIN
    SELECT RAISE(ABORT, 'sheet_away: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'sheet_away: already put away')
    WHERE EXISTS (SELECT 1 FROM sheet_away WHERE sheet = NEW.sheet);
    SELECT RAISE(ABORT, 'sheet_away: not signed by the same act')
    WHERE NOT EXISTS (SELECT 1 FROM sheet_signed WHERE sheet = NEW.sheet AND event = NEW.event);
    SELECT RAISE(ABORT, 'sheet_away: money stands on it')
    WHERE EXISTS (SELECT 1 FROM entry WHERE sheet = NEW.sheet)
        OR EXISTS (SELECT 1 FROM cell WHERE sheet = NEW.sheet AND kip > 0)
        OR EXISTS (SELECT 1 FROM pencil_line WHERE sheet = NEW.sheet);
END;

CREATE TRIGGER sheet_away_no_update BEFORE UPDATE ON sheet_away BEGIN
    SELECT RAISE(ABORT, 'sheet_away: is ink');
END;

CREATE TRIGGER sheet_away_no_delete BEFORE DELETE ON sheet_away BEGIN
    SELECT RAISE(ABORT, 'sheet_away: is ink');
END;

-- ---- how firm the months are: each row says it of a month and of all that went before ------------
--
-- Days up to the last closed month times 100 and 99 are closed. The newest row that is no closing
-- says how far the hold reaches: through its month, or, where it opened it again, up to it.

CREATE TABLE month_state (
    id INTEGER PRIMARY KEY,
    month INTEGER NOT NULL CHECK (month BETWEEN 199001 AND 209912 AND month % 100 BETWEEN 1 AND 12),
    state TEXT NOT NULL CHECK (state IN ('open', 'on_hold', 'closed')),
    reason TEXT NOT NULL CHECK (state <> 'open' OR trim(reason) <> ''),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX month_state_event ON month_state (event);

CREATE INDEX month_state_closed ON month_state (month) WHERE state = 'closed';

CREATE TRIGGER month_state_forward BEFORE INSERT ON month_state BEGIN
    SELECT RAISE(ABORT, 'month_state: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'month_state: not the next id')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM month_state);
    SELECT RAISE(ABORT, 'month_state: the month is closed')
    WHERE NEW.month * 100 < (SELECT coalesce(max(month) * 100 + 99, 0) FROM month_state WHERE state = 'closed');
    SELECT RAISE(ABORT, 'month_state: the month is on hold already')
    WHERE NEW.state = 'on_hold' AND NEW.month * 100 < coalesce((
        SELECT CASE state WHEN 'on_hold' THEN month * 100 + 99 ELSE month * 100 END
        FROM month_state WHERE state <> 'closed' ORDER BY id DESC LIMIT 1
    ), 0);
    SELECT RAISE(ABORT, 'month_state: the month is not on hold')
    WHERE NEW.state <> 'on_hold' AND NEW.month * 100 >= coalesce((
        SELECT CASE state WHEN 'on_hold' THEN month * 100 + 99 ELSE month * 100 END
        FROM month_state WHERE state <> 'closed' ORDER BY id DESC LIMIT 1
    ), 0);
    SELECT RAISE(ABORT, 'month_state: a sheet of it lies in pencil')
    WHERE NEW.state = 'closed' AND EXISTS (
        SELECT 1 FROM sheet WHERE day < NEW.month * 100 + 99
        AND id NOT IN (SELECT sheet FROM sheet_signed)
    );
END;

CREATE TRIGGER month_state_no_update BEFORE UPDATE ON month_state BEGIN
    SELECT RAISE(ABORT, 'month_state: is ink');
END;

CREATE TRIGGER month_state_no_delete BEFORE DELETE ON month_state BEGIN
    SELECT RAISE(ABORT, 'month_state: is ink');
END;

-- The closing of a year writes on its last day, whatever month that is: its entries are let in by
-- their kinds, and refused with the whole act where the act closes no year.
CREATE TRIGGER entry_of_month BEFORE INSERT ON entry
WHEN NEW.day < (SELECT coalesce(max(month) * 100 + 99, 0) FROM month_state WHERE state = 'closed') BEGIN
    SELECT RAISE(ABORT, 'entry: the month is closed')
    WHERE EXISTS (
        SELECT 1 FROM transfer WHERE entry = NEW.number
        AND kind NOT IN ('closing', 'allocation', 'dividend', 'refund')
    );
END;

CREATE TRIGGER sheet_of_month BEFORE INSERT ON sheet
WHEN NEW.day < (SELECT coalesce(max(month) * 100 + 99, 0) FROM month_state WHERE state = 'closed') BEGIN
    SELECT RAISE(ABORT, 'sheet: the month is closed');
END;

CREATE TRIGGER event_of_month BEFORE INSERT ON event
WHEN NOT EXISTS (SELECT 1 FROM closed_year WHERE event = NEW.seq) BEGIN
    SELECT RAISE(ABORT, 'event: the month is closed')
    WHERE EXISTS (
        SELECT 1 FROM entry
        WHERE event = NEW.seq AND day < (SELECT coalesce(max(month) * 100 + 99, 0) FROM month_state WHERE state = 'closed')
    );
    SELECT RAISE(ABORT, 'event: the month is on hold: it takes two and a reason')
    WHERE (
        NEW.second IS NULL OR NEW.second = NEW.officer
        OR NEW.facts NOT LIKE '%"reason":"%' OR NEW.facts LIKE '%"reason":""%'
    ) AND EXISTS (
        SELECT 1 FROM entry WHERE event = NEW.seq AND day < coalesce((
        SELECT CASE state WHEN 'on_hold' THEN month * 100 + 99 ELSE month * 100 END
        FROM month_state WHERE state <> 'closed' ORDER BY id DESC LIMIT 1
    ), 0)
    );
END;

CREATE TRIGGER event_by_two BEFORE INSERT ON event
WHEN NEW.second IS NULL OR NEW.second = NEW.officer BEGIN
    SELECT RAISE(ABORT, 'event: this takes two persons')
    WHERE EXISTS (SELECT 1 FROM sheet_reopened WHERE event = NEW.seq)
        OR EXISTS (SELECT 1 FROM month_state WHERE event = NEW.seq AND state = 'open');
END;

PRAGMA user_version = 2;
