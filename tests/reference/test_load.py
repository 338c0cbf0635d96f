"""Loading the tables of Members, topics and the rest."""

import csv

import pytest

from mwalimu.accounts.models import AuditLine
from mwalimu.reference.models import Edition, Member, MemberStatus, Region, Topic
from mwalimu.reference.operations import load_reference
from mwalimu.reference.queries import Directory, editions, members_in_region
from tests.cast import AT
from tests.reference.facts import facts

COUNTRIES = facts("countries_merged.csv")
# The file leaves the Turkish lira out and lists second currencies, or an older one.
CURRENCIES_WE_KNOW_BETTER = {"TR": "TRY", "BT": "BTN", "SV": "USD"}


@pytest.fixture
def loaded(system):
    """The shipped tables in the database."""
    return load_reference(by=system, at=AT)


def test_all_187_members_are_there(loaded):
    assert Member.objects.count() == 187
    assert Region.objects.count() == 6
    assert loaded.changed == []


def test_loading_again_changes_nothing(loaded, system):
    again = load_reference(by=system, at=AT)
    assert (again.created, again.changed) == ([], [])
    assert AuditLine.objects.filter(subject="reference").count() == 1


def test_a_row_that_differs_is_put_right_and_audited(loaded, system):
    Member.objects.filter(code="KE").update(currency="USD", head_title={"en": "CG"})
    again = load_reference(by=system, at=AT)
    kenya = Member.objects.get(code="KE")
    assert again.changed == ["members KE"]
    assert (kenya.currency, kenya.head_title) == ("KES", {"en": "CG"})
    assert AuditLine.objects.latest("id").after["changed"] == ["members KE"]


def test_loading_keeps_members_that_were_there_before(kenya, system):
    load_reference(by=system, at=AT)
    assert Member.objects.get(code="KE").pk == kenya.pk


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("TL", "fr", "Timor-Leste"),
        ("CD", "fr", "République démocratique du Congo"),
        ("CG", "en", "Congo"),
        ("HK", "fr", "Hong Kong, Chine"),
        ("CV", "en", "Cabo Verde"),
        ("VN", "pt", "Vietname"),
        ("KE", "pt", "Quénia"),
        ("CI", "en", "Côte d’Ivoire"),
        ("MM", "es", "Myanmar"),
    ],
)
def test_names_are_those_the_members_would_sign(loaded, code, language, name):
    assert str(Member.objects.get(code=code).name(language)) == name


def test_every_member_has_its_name_in_four_languages(loaded):
    short = [m.code for m in Member.objects.all() if len(m.names) != 4]
    assert short == []


def test_french_never_abbreviates_intelligence_analysis(loaded):
    risk = Topic.objects.get(code="RM")
    assert "renseignement" in str(risk.name("fr"))
    for language in ("fr", "pt", "es"):
        assert "IA" not in str(risk.short_name(language))


def test_topics_stand_in_their_order(loaded):
    codes = list(Topic.objects.values_list("code", flat=True))
    assert codes == ["HS", "CV", "PCA", "RM", "ROO", "GEOINT"]


def test_harmonized_system_editions_follow_each_other(loaded):
    follow = [
        (edition.code, edition.superseded_by and edition.superseded_by.code)
        for edition in editions("HS")
    ]
    assert follow == [("HS-2017", "HS-2022"), ("HS-2022", "HS-2028"), ("HS-2028", None)]
    assert Edition.objects.get(code="AFCFTA-IV").valid_from is None


def test_a_date_known_to_the_month_stays_a_month(loaded):
    guinea = Member.objects.get(code="GQ")
    assert str(guinea.acceded) == "2021-12"


def test_where_a_capital_would_take_a_side_there_is_no_place(loaded):
    nowhere = set(Member.objects.filter(latitude=None).values_list("code", flat=True))
    assert nowhere == {"IL", "PS"}


def test_members_of_a_region(loaded):
    codes = [member.code for member in members_in_region("ESA")]
    assert len(codes) == 24
    assert {"KE", "MZ"} < set(codes)
    assert "TG" not in codes


def test_a_directory_reads_members_once(loaded, django_assert_num_queries):
    with django_assert_num_queries(1):
        directory = Directory(("fr",))
        names = [name.text for _, name in directory.members_by_name()]
    assert names[:2] == ["Afghanistan", "Afrique du Sud"]
    assert names.index("Égypte") < names.index("Estonie")


@pytest.mark.skipif(COUNTRIES is None, reason="no facts to compare with")
def test_members_agree_with_the_facts(loaded):
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        rows = {
            row["alpha2"]: row
            for row in csv.DictReader(file)
            if row["wco_member"] == "1"
        }
    ours = {member.code: member for member in Member.objects.select_related("region")}
    assert ours.keys() == rows.keys()
    wrong = [
        code
        for code, row in rows.items()
        if (ours[code].alpha3, ours[code].region.code, str(ours[code].acceded))
        != (row["alpha3"], row["wco_region"], row["wco_accession"])
        or ours[code].currency
        != CURRENCIES_WE_KNOW_BETTER.get(code, row["currency"].split(",")[0])
    ]
    assert wrong == []


@pytest.mark.skipif(COUNTRIES is None, reason="no facts to compare with")
def test_lists_of_the_united_nations_agree_with_the_facts(loaded):
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        expected = {
            (row["alpha2"], kind)
            for row in csv.DictReader(file)
            for kind in ("LDC", "LLDC", "SIDS")
            if row["wco_member"] == "1" and row[kind.lower()] == "1"
        }
    found = set(MemberStatus.objects.values_list("member__code", "kind"))
    assert found == expected
