"""What the plan needs to know of a Member: languages of its courses, where they meet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Towns where courses meet, and the languages in which they are given, by share."""

    towns: tuple[str, ...]
    languages: dict[str, float]


def _place(towns: str, **languages: float) -> Place:
    return Place(tuple(towns.split(", ")), languages)


PLACES = {
    "AM": _place("Yerevan, Gyumri", ru=0.7, en=0.3),
    "AZ": _place("Baku, Ganja", ru=0.7, en=0.3),
    "BF": _place("Ouagadougou, Bobo-Dioulasso", fr=1),
    "BI": _place("Bujumbura, Gitega, Kobero", fr=0.9, en=0.1),
    "BJ": _place("Cotonou, Porto-Novo, Parakou", fr=1),
    "BW": _place("Gaborone, Francistown, Kasane", en=1),
    "CI": _place("Abidjan, San-Pédro, Bouaké", fr=1),
    "CM": _place("Yaoundé, Douala", fr=0.7, en=0.3),
    "ET": _place("Addis Ababa, Adama, Dire Dawa", en=1),
    "FJ": _place("Suva, Nadi, Lautoka", en=1),
    "GE": _place("Tbilisi, Batumi", ru=0.6, en=0.4),
    "GH": _place("Accra, Tema, Kumasi, Takoradi", en=1),
    "KE": _place("Nairobi, Mombasa, Malaba, Namanga, Kisumu", en=1),
    "KG": _place("Bishkek, Osh", ru=0.8, en=0.2),
    "KZ": _place("Astana, Almaty", ru=0.8, en=0.2),
    "MG": _place("Antananarivo, Toamasina", fr=1),
    "MW": _place("Lilongwe, Blantyre, Mwanza", en=1),
    "MZ": _place("Maputo, Beira, Nacala, Ressano Garcia", pt=0.9, en=0.1),
    "NG": _place("Abuja, Lagos, Kano, Port Harcourt", en=1),
    "PG": _place("Port Moresby, Lae", en=1),
    "PW": _place("Koror", en=1),
    "RW": _place("Kigali, Rusumo, Rubavu", en=0.8, fr=0.2),
    "SB": _place("Honiara", en=1),
    "SN": _place("Dakar, Kaolack", fr=1),
    "TG": _place("Lomé, Kara, Cinkassé", fr=1),
    "TJ": _place("Dushanbe, Khujand", ru=0.8, en=0.2),
    "TL": _place("Dili, Baucau", pt=0.5, en=0.5),
    "TM": _place("Ashgabat", ru=0.8, en=0.2),
    "TO": _place("Nuku'alofa", en=1),
    "TZ": _place("Dar es Salaam, Arusha, Mwanza, Zanzibar", en=0.8, sw=0.2),
    "UG": _place("Kampala, Entebbe, Busia, Mbarara", en=1),
    "UZ": _place("Tashkent, Samarkand", ru=0.8, en=0.2),
    "VU": _place("Port Vila, Luganville", en=0.6, fr=0.4),
    "WS": _place("Apia", en=1),
    "ZA": _place("Pretoria, Durban, Johannesburg", en=1),
    "ZM": _place("Lusaka, Livingstone, Ndola, Chirundu", en=1),
    "ZW": _place("Harare, Bulawayo, Beitbridge", en=1),
}


def common_language(one: str, other: str) -> str:
    """The language in which trainers of one Member teach in the other, or nothing."""
    shared = [
        language
        for language, share in PLACES[one].languages.items()
        if share >= 0.1 and language in PLACES[other].languages
    ]
    return max(
        shared,
        key=lambda code: PLACES[one].languages[code] * PLACES[other].languages[code],
        default="",
    )
