"""Which icon of the house's set draws a picture the configuration names (``config.icons``)."""

from collections.abc import Mapping

PICTURES: Mapping[str, str] = {
    "family": "human-male-female-child",
    "stamp": "stamper",
    "land": "map-marker-radius",
    "home": "home-account",
    "care": "hand-heart",
    "shop": "storefront",
    "company": "office-building",
    "build": "crane",
    "road": "road-variant",
    "school": "school",
    "health": "medical-bag",
    "car": "car",
    "id": "card-account-details",
    "tax": "percent",
    "money": "cash-multiple",
    "plant": "sprout",
    "water": "water",
    "fish": "fish",
    "court": "scale-balance",
    "globe": "earth",
    "work": "briefcase",
    "culture": "palette",
    "science": "flask",
    "trade": "factory",
    "energy": "flash",
    "post": "email",
    "shield": "shield-account",
    "faith": "temple-buddhist",
    "voice": "account-voice",
    "result": "file-check",
    "help": "account-question",
    "elderly": "human-cane",
    "disabled": "wheelchair-accessibility",
    "pregnant": "human-pregnant",
    "merit": "medal",
    "child": "baby-carriage",
}
PLAIN = "file-document-outline"
PERSON = "account-heart"


def picture(name: str, otherwise: str = PLAIN) -> str:
    return PICTURES.get(name, otherwise)
