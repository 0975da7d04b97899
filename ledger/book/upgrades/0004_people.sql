-- The people of the group: more facts of a member, what happens to a membership over the years, who
-- has asked to join and what the meeting said, and how one committee handed over to the next.

CREATE TABLE member_person (
    member INTEGER NOT NULL REFERENCES member (id),
    version INTEGER NOT NULL,
    birth_year INTEGER CHECK (birth_year IS NULL OR birth_year BETWEEN 1880 AND 2099),
    pupil INTEGER NOT NULL CHECK (pupil IN (0, 1)),
    guardian TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (member, version)
) STRICT;

CREATE TRIGGER member_person_next BEFORE INSERT ON member_person BEGIN
    SELECT RAISE(ABORT, 'member_person: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'member_person: not the next version')
    WHERE NEW.version IS NOT (
        SELECT coalesce(max(version), 0) + 1 FROM member_person WHERE member = NEW.member
    );
END;

CREATE INDEX member_person_event ON member_person (event);

CREATE TRIGGER member_person_no_update BEFORE UPDATE ON member_person BEGIN
    SELECT RAISE(ABORT, 'member_person: is ink');
END;

CREATE TRIGGER member_person_no_delete BEFORE DELETE ON member_person BEGIN
    SELECT RAISE(ABORT, 'member_person: is ink');
END;

CREATE TABLE member_life (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    member INTEGER NOT NULL REFERENCES member (id),
    kind TEXT NOT NULL CHECK (kind <> ''),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    until INTEGER CHECK (until IS NULL OR (until BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', until / 10000, until / 100 % 100, until % 100))) AS INTEGER) IS until)),
    decision TEXT NOT NULL,
    note TEXT NOT NULL,
    settlement TEXT CHECK (settlement IS NULL OR settlement LIKE '{%}'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((kind = 'settled') = (settlement IS NOT NULL))
) STRICT;

CREATE INDEX member_life_member ON member_life (member);

CREATE TRIGGER member_life_next BEFORE INSERT ON member_life BEGIN
    SELECT RAISE(ABORT, 'member_life: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'member_life: not the next number')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM member_life);
END;

CREATE INDEX member_life_event ON member_life (event);

CREATE TRIGGER member_life_no_update BEFORE UPDATE ON member_life BEGIN
    SELECT RAISE(ABORT, 'member_life: is ink');
END;

CREATE TRIGGER member_life_no_delete BEFORE DELETE ON member_life BEGIN
    SELECT RAISE(ABORT, 'member_life: is ink');
END;

CREATE TABLE candidate (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    person TEXT NOT NULL CHECK (person LIKE '{%}'),
    lives_here INTEGER NOT NULL CHECK (lives_here IN (0, 1)),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER candidate_next BEFORE INSERT ON candidate BEGIN
    SELECT RAISE(ABORT, 'candidate: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'candidate: not the next number')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM candidate);
END;

CREATE INDEX candidate_event ON candidate (event);

CREATE TRIGGER candidate_no_update BEFORE UPDATE ON candidate BEGIN
    SELECT RAISE(ABORT, 'candidate: is ink');
END;

CREATE TRIGGER candidate_no_delete BEFORE DELETE ON candidate BEGIN
    SELECT RAISE(ABORT, 'candidate: is ink');
END;

CREATE TABLE admission (
    candidate INTEGER PRIMARY KEY REFERENCES candidate (id),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    decision TEXT NOT NULL CHECK (decision <> ''),
    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
    reason TEXT NOT NULL,
    member INTEGER REFERENCES member (id),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
    CHECK (approved = (member IS NOT NULL)),
    CHECK (approved = 1 OR reason <> '')
) STRICT;

CREATE TRIGGER admission_next BEFORE INSERT ON admission BEGIN
    SELECT RAISE(ABORT, 'admission: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'admission: was decided before')
    WHERE EXISTS (SELECT 1 FROM admission WHERE candidate = NEW.candidate);
END;

CREATE INDEX admission_event ON admission (event);

CREATE TRIGGER admission_no_update BEFORE UPDATE ON admission BEGIN
    SELECT RAISE(ABORT, 'admission: is ink');
END;

CREATE TRIGGER admission_no_delete BEFORE DELETE ON admission BEGIN
    SELECT RAISE(ABORT, 'admission: is ink');
END;

CREATE TABLE hand_over (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    day INTEGER NOT NULL CHECK (day BETWEEN 19900101 AND 20991231 AND CAST(strftime('%Y%m%d', julianday(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) AS INTEGER) IS day),
    decision TEXT NOT NULL CHECK (decision <> ''),
    handed_by TEXT NOT NULL CHECK (handed_by <> ''),
    taken_by TEXT NOT NULL CHECK (taken_by <> '' AND taken_by <> handed_by),
    facts TEXT NOT NULL CHECK (facts LIKE '{%}'),
    event INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER hand_over_next BEFORE INSERT ON hand_over BEGIN
    SELECT RAISE(ABORT, 'hand_over: this event is sealed')
    WHERE NEW.event IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event);
    SELECT RAISE(ABORT, 'hand_over: not the next number')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM hand_over);
END;

CREATE INDEX hand_over_event ON hand_over (event);

CREATE TRIGGER hand_over_no_update BEFORE UPDATE ON hand_over BEGIN
    SELECT RAISE(ABORT, 'hand_over: is ink');
END;

CREATE TRIGGER hand_over_no_delete BEFORE DELETE ON hand_over BEGIN
    SELECT RAISE(ABORT, 'hand_over: is ink');
END;

PRAGMA user_version = 4;
