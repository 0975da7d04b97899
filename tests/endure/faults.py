"""Every fault that a book has to survive, and the tests that are named after it.

The faults are those of the machine, of people and of attackers that the program was designed
against. `tests.endure.test_faults` holds that every test that is named here exists.
"""

from collections.abc import Mapping

_ENDURE = "tests/endure/"
_BOOK = "tests/book/"
_KILL, _POWER = _ENDURE + "test_kill.py::", _ENDURE + "test_power.py::"
_AGAIN, _FLIPS = _ENDURE + "test_recovering.py::", _ENDURE + "test_flips.py::"
_FAILING, _ATTACKS = _ENDURE + "test_failing.py::", _ENDURE + "test_attacks.py::"
_DOOR, _TROUBLE = _BOOK + "test_door.py::", _BOOK + "test_trouble.py::"
_KEEPING, _CLOCK, _CHECK = (_BOOK + f"test_{n}.py::" for n in ("keeping", "clock", "check"))
_PAPER, _GUARDS = _BOOK + "test_paper_code.py::", _BOOK + "test_guards.py::"
_READING = "tests/translations/test_reading.py::"
_FILES, _UI_PINS = "tests/ui/test_bringing_files.py::", "tests/ui/test_pins.py::"
_PINS = "tests/actions/test_pins.py::"
_FUZZ = _ENDURE + "test_fuzz.py::test_every_reader_reads_or_refuses"

FAULTS: Mapping[str, tuple[str, ...]] = {
    # --- the machine and its disk ---------------------------------------------------------------
    "process killed at any instant": (
        _KILL + "test_killed_at_any_moment_nothing_told_is_lost_and_everything_is_sound",
        _KILL + "test_killed_in_the_midst_of_what_is_rare_the_book_is_the_old_or_the_new",
        _ENDURE + "test_calls.py"
        "::test_wherever_the_program_ends_nothing_told_is_lost_and_everything_is_sound",
    ),
    "power cut": (_POWER + "test_power_cut_on_an_honest_disk_loses_nothing_and_damages_nothing",),
    "power cut on a drive that lies": (
        _POWER + "test_power_cut_on_a_drive_that_lies_loses_three_acts_at_most_and_all_is_mended",
    ),
    "disk full": (
        _FAILING + "test_a_call_that_fails_once_or_for_ever_has_a_sentence_and_costs_nothing",
        _TROUBLE + "test_a_full_disk_keeps_nothing_and_the_book_goes_on",
    ),
    "read-only file or folder": (_TROUBLE + "test_a_file_without_leave_to_write_is_read_only",),
    "I/O error, stick pulled out": (
        _FAILING + "test_a_call_that_fails_once_or_for_ever_has_a_sentence_and_costs_nothing",
        "tests/ui/test_copies.py::test_a_stick_pulled_out_loses_only_the_copy",
    ),
    "file truncated, bits flipped": (
        _FLIPS + "test_no_damage_is_silent_and_a_check_that_only_asks_sqlite_lets_some_through",
        _CHECK + "test_a_file_that_was_cut_is_not_silent",
    ),
    "only the book copied away beside a hot journal": (
        _AGAIN + "test_a_book_copied_without_its_hot_journal_is_whole_or_named",
    ),
    "read-only open of a book with a hot journal": (
        _AGAIN + "test_a_hot_journal_is_rolled_back_before_anything_is_only_read",
    ),
    "fault during recovery from a fault": (
        _AGAIN + "test_a_fault_during_the_recovery_from_a_fault_costs_nothing",
    ),
    # --- people, mistakes, clocks, keyboards ----------------------------------------------------
    "two windows open at once": (
        _DOOR + "test_one_book_one_window",
        _ENDURE + "test_races.py::test_of_two_starts_one_has_the_book_and_a_kill_keeps_nobody_out",
        "tests/ui/test_app.py::test_it_is_told_apart_and_calls_the_first",
    ),
    "the program reads the live file beside SQLite": (
        _AGAIN + "test_nothing_but_sqlite_opens_the_live_file",
    ),
    "double click on “post”, Enter held down": (
        "tests/ui/test_once.py::test_impatient_hands_write_one_act",
        "tests/ui/test_once.py::test_the_same_payment_from_a_second_form_is_written_too",
        "tests/ui/test_once.py"
        "::test_what_was_written_although_the_machine_failed_is_not_written_again",
        "tests/actions/test_once.py::test_a_thousand_forms_sent_twice_are_a_thousand_acts",
        "tests/ui/test_commands.py::test_a_file_that_is_recorded_twice_is_written_once",
    ),
    "folder synchronised, network share": (
        "tests/ui/test_whereabouts.py::test_each_place_is_told_apart",
        "tests/ui/test_whereabouts.py::test_a_folder_is_known_by_the_mark_of_what_copies_it",
        "tests/ui/test_whereabouts.py::test_the_book_is_taken_to_this_machine_and_opened_there",
        "tests/ui/test_whereabouts.py"
        "::test_a_command_says_in_one_sentence_where_the_book_lies_and_goes_on",
    ),
    "wrong amount posted": (
        _BOOK + "test_guards_entries.py::test_a_counter_entry_mirrors_to_the_kip",
    ),
    "entry dated in a closed year": (
        "tests/actions/test_year_end.py::test_nothing_can_be_written_into_a_closed_year",
        _BOOK + "test_guards_entries.py::test_no_wrong_entry_is_taken",
        _BOOK + "test_guards_entries.py::test_the_first_day_after_a_closed_year_is_open",
    ),
    "clock moved": (
        _CLOCK + "test_years_before_and_years_after_are_not",
        _CLOCK + "test_the_order_of_the_acts_never_depends_on_the_clock",
        _CLOCK + "test_copies_are_told_apart_and_kept_by_their_acts_and_not_by_the_clock",
    ),
    "amount typed in any way": (
        _READING + "test_amounts_that_are_read",
        _READING + "test_amounts_that_are_refused",
        _READING + "test_an_amount_with_two_meanings_is_refused_with_both",
        _FUZZ,
    ),
    "negative, zero, overflowing amount": (
        _BOOK + "test_guards_entries.py::test_no_wrong_transfer_is_taken",
    ),
    "rounding leak": (
        "tests/rules/test_every_kip.py::test_every_kip_of_the_profit_is_accounted_for",
    ),
    "Buddhist year, two-digit year, 29 and 31 February": (
        _READING + "test_the_29th_of_february_in_the_buddhist_era",
        _READING + "test_days_that_are_refused",
        _GUARDS + "test_no_other_wrong_row_is_taken",
    ),
    "31 February in the file itself": (_GUARDS + "test_no_other_wrong_row_is_taken",),
    "system date and number format": (
        "tests/ui/test_locales.py::test_the_format_is_really_another_one",
        "tests/ui/test_locales.py::test_figures_and_days_are_said_and_understood_the_same",
        "tests/ui/test_locales.py::test_what_is_typed_is_read_and_shown_the_same",
        "tests/ui/test_locales.py::test_a_book_s_figures_and_papers_are_the_same_to_the_byte",
    ),
    "old file opened by a new program": (
        _BOOK + "test_old_books.py::test_an_old_shape_is_brought_up_to_date_and_is_sound",
        _KILL + "test_killed_in_the_midst_of_what_is_rare_the_book_is_the_old_or_the_new",
        _DOOR + "test_an_upgrade_that_fails_leaves_the_old_book",
    ),
    "new file opened by an old program": (_DOOR + "test_a_newer_book_is_refused_byte_for_byte",),
    "huge import": (
        _FILES + "test_what_is_not_there_or_too_large",
        _FILES + "test_reading_that_takes_too_long_is_given_up",
    ),
    "half-written paper over the old one": (
        "tests/reports/test_writing.py::test_when_writing_fails_the_old_paper_stays",
    ),
    "fonts missing": (
        "tests/reports/test_fonts.py"
        "::test_a_missing_typeface_is_an_error_and_no_other_takes_its_place",
        "tests/reports/test_fonts.py::test_a_letter_without_a_typeface_is_named",
    ),
    # --- attacks --------------------------------------------------------------------------------
    "amounts edited with an SQLite browser": (
        _ATTACKS + "test_whatever_is_changed_with_an_sqlite_browser_is_refused_or_named",
        _GUARDS + "test_ink_is_not_written_over",
        _ENDURE + "test_guards.py::test_a_guard_that_is_gone_is_noticed_by_an_attack",
    ),
    "lines or entries deleted": (
        _GUARDS + "test_ink_is_not_rubbed_out",
        _PAPER + "test_the_newest_entries_deleted_leave_no_place_for_the_code",
    ),
    "whole chain recomputed": (
        _KEEPING + "test_a_book_written_anew_is_noticed",
        _PAPER + "test_a_code_of_another_book_is_not_in_this_one",
    ),
    "book swapped for an older one": (
        _KEEPING + "test_a_hundred_older_files_put_back_are_all_noticed",
        _ENDURE
        + "test_rollback.py::test_an_older_file_is_noticed_whatever_the_machine_has_forgotten",
        _PAPER + "test_an_older_file_put_back_does_not_have_the_paper_s_code",
    ),
    "treasurer resets another officer's PIN": (
        _PINS + "test_three_codes_take_two_officers_and_two_of_them_open",
        _PINS + "test_only_who_leads_gives_out_codes",
    ),
    "shoulder surfing, someone else left logged in": (
        _UI_PINS + "test_five_minutes_without_a_touch_lock_the_desk",
        _UI_PINS + "test_the_second_person_proves_who_she_is",
        _PINS + "test_nothing_of_a_pin_or_a_code_lies_in_the_file",
        "tests/ui/test_pin_secrecy.py::test_a_pin_that_was_typed_everywhere_lies_nowhere",
    ),
    "PIN guessing": (
        _UI_PINS + "test_after_several_wrong_ones_the_line_is_closed_for_a_while",
        "tests/rules/test_pins.py::test_the_wait_never_gets_shorter_and_shuts_nobody_out",
    ),
    "malicious import": (
        _FILES + "test_a_bomb_is_weighed_before_it_is_unpacked",
        _FILES + "test_entities_that_grow_are_refused",
        _FILES + "test_a_size_that_lies_hides_no_row",
        _FILES + "test_a_cell_far_away_is_too_large",
        _FUZZ,
    ),
    "formula injection in exports": (
        "tests/ui/test_exporting.py::test_a_spreadsheet_by_command_has_every_list",
    ),
    "markup in names": (
        "tests/papers/test_hostile.py::test_hostile_names_are_printed_as_they_were_written",
        "tests/papers/test_hostile.py::test_signs_that_cannot_be_seen_are_not_kept",
    ),
    "program on a stick": (
        "tests/ui/test_stick_program.py::test_nothing_that_lies_beside_a_copy_is_run",
    ),
    "restored file with foreign guards": (
        _BOOK + "test_copies.py::test_a_newer_book_and_one_with_foreign_guards_are_refused",
    ),
}
