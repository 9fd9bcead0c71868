"""Telling lines that say nothing but when an article was published."""

import re

_MONTHS = (
    "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch|zo|s)?|mär(?:z)?|apr(?:il|ile)?|ma(?:y|i|yo|ggio)|"
    "jun(?:e|i|io)?|jul(?:y|i|io)?|aug(?:ust)?|sept?(?:ember|iembre|embre)?|o[ck]t(?:ober|ubre|obre)?"
    "|nov(?:ember|iembre|embre)?|de[cz](?:ember)?|janvier|février|avril|juin|juillet|août|octobre|"
    "décembre|enero|febrero|abril|agosto|diciembre|gennaio|febbraio|giugno|luglio|settembre|"
    "ottobre|dicembre"
)
DATE = re.compile(
    rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(?:{_MONTHS})\b\.?,?(?:\s+(?:de\s+)?\d{{4}})?|"
    rf"(?:{_MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?",
    re.IGNORECASE,
)
"""A day, written in numbers or with the name of its month."""

_TIME = re.compile(
    r"T?\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?(?:z|[+-]\d{2}:?\d{2})?|"
    r"\d{1,2}\s*(?:uhr|[ap]\.?m\.?)|\d{1,2}h\d{2}",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:first|last|published|updated|posted|modified|created|date|on|at|am|um|uhr|vom|den|le|à|"
    r"el|il|stand|veröffentlicht|aktualisiert|publié|mis à jour|modifié|publicado|actualizado|"
    r"pubblicato|aggiornato|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|"
    r"mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|"
    r"domingo|utc|gmt|cet|cest|[ecmp][sd]?t|bst|ist)\b|[^\w]",
    re.IGNORECASE,
)
_LONGEST = 120


def is_line_of_date(line: str) -> bool:
    """Whether a line says when, and nothing else."""
    if len(line) > _LONGEST or not any(map(str.isdigit, line)) or not DATE.search(line):
        return False
    return not _AROUND.sub("", _TIME.sub(" ", DATE.sub(" ", line)))
