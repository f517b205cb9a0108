"""Trains the NER on `corpus/train.jsonl` and writes `sv_spur/`: fixed seeds, one thread, CPU.

`python -m models.train`. The gazetteers know most names of the corpus. So that the NER does not
learn to ask them only, a share of what they know is hidden from it in every round.
"""

import os
import sys
import time
from pathlib import Path
from random import Random

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example as TrainingExample
from thinc.api import fix_random_seed

from models.assemble import assemble
from models.corpus_files import CORPUS, Example, read_examples
from spur_extract.language.components.word_classes import NAMES, WordClass
from spur_extract.language.names import unwrap

TARGET = Path(__file__).parent / "sv_spur"
SEED = 7
ROUNDS = 9
DROPOUT = 0.2
HIDDEN_SHARE = 0.25
"""Of the names that the gazetteers know."""
BATCH = 32


def train() -> Language:
    """The trained pipeline."""
    fix_random_seed(SEED)
    random = Random(SEED)  # noqa: S311
    nlp = assemble()
    examples = list(read_examples(CORPUS / "train.jsonl"))
    prepared = [_prepared(nlp, example) for example in examples]
    ner_only = [name for name in nlp.pipe_names if name != "ner"]
    with nlp.select_pipes(disable=ner_only):
        optimiser = nlp.initialize(lambda: [_example(*pair, random) for pair in prepared])
        for number in range(ROUNDS):
            losses: dict[str, float] = {}
            random.shuffle(prepared)
            for start in range(0, len(prepared), BATCH):
                batch = [_example(*pair, random) for pair in prepared[start : start + BATCH]]
                nlp.update(batch, drop=DROPOUT, sgd=optimiser, losses=losses)
            sys.stdout.write(f"round {number + 1}: loss {losses['ner']:.0f}\n")
    with nlp.use_params(optimiser.averages):
        nlp.to_disk(TARGET)
    return nlp


def _prepared(nlp: Language, example: Example) -> tuple[Doc, Doc]:
    """The text with word classes, and the same with its names."""
    doc = _annotated(nlp, unwrap(example.text))
    reference = doc.copy()
    reference.set_ents(_spans(reference, example))
    return doc, reference


def _annotated(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    for name in ("spur_sentences", "spur_words"):
        doc = nlp.get_pipe(name)(doc)
    return doc


def _spans(doc: Doc, example: Example) -> list[Span]:
    spans = (
        doc.char_span(start, end, label="PERSON", alignment_mode="expand")
        for start, end in example.persons
    )
    return [span for span in spans if span is not None]


def _example(doc: Doc, reference: Doc, random: Random) -> TrainingExample:
    """An example in which a share of the known names looks like any capitalised word."""
    predicted = doc.copy()
    for token in predicted:
        if token.tag_ in NAMES and random.random() < HIDDEN_SHARE:
            first = token.i == 0 or token.is_sent_start
            token.tag_ = WordClass.FIRST if first else WordClass.CAPITALISED
    return TrainingExample(predicted, reference)


def main() -> None:
    """Train and write."""
    started = time.perf_counter()
    train()
    sys.stdout.write(f"trained in {time.perf_counter() - started:.0f} s\n")


if __name__ == "__main__":
    main()
