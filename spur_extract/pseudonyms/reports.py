"""A report with codes in the places of all names: a pure function."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from spur_extract.contract import Report
from spur_extract.language.names import FoundName, find_suspects
from spur_extract.pseudonyms.contacts import find_emails, find_personal_numbers, find_telephones
from spur_extract.pseudonyms.findings import Finding, Occupied, replaced
from spur_extract.pseudonyms.keys import PseudonymKey
from spur_extract.pseudonyms.paths import file_code
from spur_extract.pseudonyms.people import People, known_people
from spur_extract.pseudonyms.report_texts import Text, dated_pointers, texts_of, with_texts
from spur_extract.pseudonyms.review import ReviewEntry
from spur_extract.pseudonyms.runs import NameSearch
from spur_extract.pseudonyms.suspects import (
    Suspect,
    begins_as_a_word,
    find_missed,
    initials_in,
    is_plain_word,
)
from spur_extract.pseudonyms.tokens import search_key
from spur_extract.pseudonyms.wordings import form_words, is_form_wording

LOWER_CASE_WORD: Final = re.compile(r"(?<![\w./@\\-])[^\W\d_]+(?![\w/@\\-]|\.\w)")
"""As somebody writes it in a sentence, and not part of an address."""


@dataclass(frozen=True, slots=True)
class Pseudonymised:
    """The report with codes for names, and what of it was not certain."""

    report: Report
    review: tuple[ReviewEntry, ...]


def pseudonymise(
    report: Report, key: PseudonymKey, suspect: Suspect = find_suspects
) -> Pseudonymised:
    """Put codes in the places of names, e-mail addresses and personal identity numbers.

    The same person has the same code in every report that is treated with the same key. `suspect`
    finds names that no field gives. Offsets in `provenance` and `unassigned` and the SHA-256 of
    the source still refer to the original.
    """
    file_name = file_code(key, report.source.file_name)
    texts = texts_of(report)
    dated = dated_pointers(report)
    suspected = _suspected(texts, suspect, dated)
    people = _people(report, key, texts, suspected)
    review: list[ReviewEntry] = []

    def rewritten(text: Text) -> str:
        if text.is_person:
            return people.field_code(text.text)
        if is_form_wording(text.text):
            return text.text
        here = suspected.get(text.pointer, ())
        found = _findings(text, people, here, dated=text.pointer in dated)
        review.extend(_to_review(found, text, file_name))
        return replaced(text.text, found)

    return Pseudonymised(with_texts(report, file_name, rewritten), tuple(review))


def _suspected(
    texts: Sequence[Text], suspect: Suspect, dated: Set[str]
) -> dict[str, tuple[FoundName, ...]]:
    """What is suspected in each text, by its pointer; without months and the like."""
    prose = [text for text in texts if text.is_prose]
    found = suspect([text.text for text in prose])
    return {
        text.pointer: tuple(
            name
            for name in names
            if not is_plain_word(name, text.text, dated=text.pointer in dated)
        )
        for text, names in zip(prose, found, strict=True)
    }


def _people(
    report: Report,
    key: PseudonymKey,
    texts: Sequence[Text],
    suspected: dict[str, tuple[FoundName, ...]],
) -> People:
    words = _words(texts)
    every = [
        name
        for text in texts
        for name in suspected.get(text.pointer, ())
        if not begins_as_a_word(name, text.text, words)
    ]
    initials = {name: initials_in(name) for name in every}
    people = known_people(
        key,
        report.source.sha256,
        named=[text.text for text in texts if text.is_person],
        suspected=[name.text for name in every if initials[name] is None],
        words=words,
    )
    for letters in initials.values():
        if letters is not None:
            people.add_initials(letters)
    return people


def _words(texts: Sequence[Text]) -> frozenset[str]:
    """What the report or its form has in lower case: capitalised it may be the same word."""
    return form_words().union(
        search_key(word)
        for text in texts
        for word in LOWER_CASE_WORD.findall(text.text)
        if word.islower()
    )


def _findings(
    text: Text, people: People, suspected: Sequence[FoundName], *, dated: bool
) -> list[Finding]:
    contacts = [
        *find_emails(text.text, people),
        *find_personal_numbers(text.text, people.key),
    ]
    names = list(NameSearch(text.text, people, dated=dated).findings())
    coded = [finding for finding in names if finding.code is not None]
    left = [finding for finding in names if finding.code is None]
    missed = list(find_missed(suspected, text.text, [*contacts, *coded], people))
    persons = [*coded, *(one for one in missed if one.code is not None), *contacts]
    telephones = find_telephones(text.text, persons, people.key)
    return Occupied([*contacts, *telephones, *coded, *missed, *left]).findings


def _to_review(found: Sequence[Finding], text: Text, file_name: str) -> list[ReviewEntry]:
    return [
        ReviewEntry(
            report=file_name,
            pointer=text.pointer,
            text=text.text[finding.start : finding.end],
            code=finding.code or "",
            reason=finding.reason,
        )
        for finding in found
        if finding.reason is not None
    ]
