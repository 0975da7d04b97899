"""Names stand in the order in which people look for them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.sorting import fold, sort_key

LAO = [
    *["ກອງແກ້ວ", "ແກ້ວ", "ຂັນທອງ", "ຄຳ", "ຄຳແກ້ວ", "ຄຳຫຼ້າ", "ເຄືອ", "ງາມ", "ຈັນ", "ຈັນທາ"],
    *["ແຈ່ມ", "ສີ", "ສີດາ", "ສຸກ", "ສຸກສະຫວັນ", "ແສງ", "ໃສ", "ຊຽງ", "ດວງ", "ດວງໃຈ", "ດາວ"],
    *["ເດືອນ", "ຕາ", "ຕິ່ງ", "ຖາວອນ", "ທອງ", "ທອງສຸກ", "ເທບ", "ນ້ອຍ", "ນາ", "ບຸນ", "ບຸນມີ"],
    *["ບົວ", "ປ້ອມ", "ຜາສຸກ", "ພອນ", "ແພງ", "ຟອງ", "ມະນີ", "ໄມ", "ຢາດ", "ລາ", "ວັນ", "ວັນນາ"],
    *["ວຽງ", "ຫງ່າ", "ໜູ", "ໝອນ", "ຫຼ້າ", "ອ່ອນ", "ອຳໄພ"],
]
THAI = [
    *["กมล", "กาญจนา", "เกษม", "แก้ว", "ขวัญ", "คำ", "จันทร์", "เจียม", "ชัย", "ชาญ", "ดวงใจ"],
    *["ดารา", "เดือน", "ต้อย", "ทอง", "เทพ", "นภา", "น้อย", "นิด", "บัว", "บุญ", "ประภา"],
    *["แป้ง", "พร", "เพ็ญ", "ไพร", "มะลิ", "มานี", "แม้น", "ยุพา", "รัตน์", "ลำดวน", "วรรณ"],
    *["แวว", "ศรี", "สมใจ", "สุข", "เสาร์", "แสง", "หนู", "อ่อน", "เอื้อ"],
]


@pytest.mark.parametrize("names", [LAO, THAI], ids=["lao", "thai"])
def test_the_golden_order(names: list[str]) -> None:
    mixed = names[:]
    random.Random(5).shuffle(mixed)
    assert sorted(mixed, key=sort_key) == names


def test_tones_only_decide_between_equals() -> None:
    assert sorted(["ป้า", "ปาก", "ปา", "ป่า"], key=sort_key) == ["ปา", "ป่า", "ป้า", "ปาก"]
    assert sorted(["ຂ້າວ", "ຂາວ", "ຂ່າວ"], key=sort_key) == ["ຂາວ", "ຂ່າວ", "ຂ້າວ"]


def test_lao_so_follows_cho() -> None:
    assert sorted(["ຊາ", "ສາ", "ຈາ"], key=sort_key) == ["ຈາ", "ສາ", "ຊາ"]


def test_figures_of_any_script_before_letters() -> None:
    assert sorted(["ກ", "12", "๙", "໑໐", "2"], key=sort_key) == ["໑໐", "12", "2", "๙", "ກ"]


def test_two_scripts_and_strange_signs_have_an_order() -> None:
    assert sorted(["ກ", "a", "ก", "Ω", "່"], key=sort_key) == ["່", "a", "ก", "ກ", "Ω"]


def test_folding_overlooks_spelling() -> None:
    assert fold("ໜູພອນ ຫຼວງ ໑໒") == fold("ຫນູພອນ ຫລວງ 12")
    assert fold("ນ້ຳ") == fold("ນ\u0ecd\u0eb2")
    assert fold("Noy ") == fold("noy")
    assert fold("ทุ่ง ๓") == "ทุง3"


@given(st.lists(st.text("ກແຂງໜຫຼ້່ກแข้า 12", max_size=6), unique_by=sort_key, max_size=6))
def test_the_order_does_not_depend_on_where_one_begins(names: list[str]) -> None:
    backwards = sorted(names, reverse=True)
    assert sorted(backwards, key=sort_key) == sorted(sorted(names), key=sort_key)
