"""Words that texts to learn from, the form and the lists in `assets/` write in small letters."""

import json
import re

from models.corpus_files import CORPUS
from models.frames import read_frames
from models.marked_texts import LOOKED_AT, read_part
from models.name_sources import read_words
from models.write_corpus import form_wording

SMALL_WORD = re.compile(r"(?<![\w{-])[a-zåäöé]{3,}(?![\w}-])")
FRAMES = ("train_named.txt", "train_nameless.txt", "train_fields.txt")


def lower_case_words() -> set[str]:
    """Each word of three letters and more once."""
    texts = [line for name in FRAMES for line in read_frames(name)]
    texts += [*form_wording(), *_listed(), *read_words("words.txt"), *read_words("vocabulary.txt")]
    texts += [it.text for part in LOOKED_AT for it in read_part(part, "reports")]
    return {word for text in texts for word in SMALL_WORD.findall(text)}


def _listed() -> list[str]:
    """Items of the lists for training the statements."""
    texts: list[str] = []
    for path in sorted((CORPUS / "lists").glob("train_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            for part in ("strengths", "weaknesses", "improvements"):
                texts += record.get(part, ())
    return texts
