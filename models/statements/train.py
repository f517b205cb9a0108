"""`python -m models.statements.train`: fit the model anew and write it into the package.

Two steps. First a linear classifier of single statements (logistic regression over hashed
features). Then the weights of a split's properties, so that among all splits of a list the right
one is likely: for these every statement is classified by a model that has not seen its list.
"""

import hashlib
import json
import math
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from models.statements.lists import TRAINING, Triple, triples
from spur_extract.language import statements
from spur_extract.language.statements.classifier import MODEL_FILE, WEIGHTS_FILE
from spur_extract.language.statements.echo import echoes
from spur_extract.language.statements.features import BITS, feature_groups
from spur_extract.language.statements.lexicon import entries
from spur_extract.language.statements.polarity import LISTS, evidence
from spur_extract.language.statements.weighing import Properties, Run, Split

PACKAGE: Final = Path(statements.__file__).parent
REGULARISATION: Final = 8.0
"""The inverse strength that cross-validation over the training lists likes best."""

ENTRY_WEIGHT: Final = 0.3
"""What an entry of the lexicon counts beside a statement."""

FOLDS: Final = 5
MOST_EVENNESS: Final = 2.5
"""Fiction is too regular: its weaknesses and improvements are almost always as many. Real lists
are nearly so, and a list that is not must not be forced to be."""

SHRINKAGE: Final = 0.05
STEPS: Final = 127
"""Weights are kept as whole numbers up to this."""

Matrix = npt.NDArray[np.float64]


def features_of(texts: Sequence[str]) -> csr_matrix:
    """One row of features a statement; each group has length 1."""
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for text in texts:
        for group in feature_groups(text):
            columns += sorted(group)
            values += [1 / math.sqrt(len(group))] * len(group)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(texts), 1 << BITS))


def classifier(lists: Sequence[Triple]) -> LogisticRegression:
    """A classifier of single statements; its classes are the numbers of `LISTS`.

    It is trained on the lists' statements, and on the entries of the lexicon as short ones.
    """
    statements = [item for triple in lists for item in triple.items()]
    items = [*statements, *entries()]
    weights = [1.0] * len(statements) + [ENTRY_WEIGHT] * (len(items) - len(statements))
    model = LogisticRegression(C=REGULARISATION, max_iter=500)
    rows = features_of([text for text, _ in items])
    return model.fit(rows, [LISTS.index(name) for _, name in items], sample_weight=weights)


def unseen_wording(lists: Sequence[Triple]) -> list[Matrix]:
    """For each triple the log-probabilities of its statements, by a model that has not seen it."""
    found: dict[int, Matrix] = {}
    for seen, unseen in KFold(FOLDS).split(lists):
        model = classifier([lists[number] for number in seen])
        for number in unseen:
            found[number] = model.predict_log_proba(features_of(lists[number].texts))
    return [found[number] for number in range(len(lists))]


def split_weights(lists: Sequence[Triple], wording: Sequence[Matrix]) -> dict[str, float]:
    """The weights under which the right splits are likeliest, slightly shrunk towards 0."""
    data = [_splits(triple, rows) for triple, rows in zip(lists, wording, strict=True)]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total = SHRINKAGE * float(weights @ weights)
        slope = 2 * SHRINKAGE * weights
        for properties, right in data:
            scores = properties @ weights
            scores -= scores.max()
            shares = np.exp(scores) / np.exp(scores).sum()
            total -= math.log(shares[right])
            slope -= properties[right] - shares @ properties
        return total, slope

    start = np.zeros(len(Properties._fields))
    bounds = [(None, MOST_EVENNESS if name == "evenness" else None) for name in Properties._fields]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return {name: round(float(w), 4) for name, w in zip(Properties._fields, found, strict=True)}


def _splits(triple: Triple, wording: Matrix) -> tuple[Matrix, int]:
    """The properties of all splits of a triple, and which split is right."""
    shares = [dict(zip(LISTS, row, strict=True)) for row in wording.tolist()]
    cues = [evidence(text) for text in triple.texts]
    run = Run(shares, cues, echoes(triple.texts), [LISTS] * len(cues))
    splits = list(run.splits())
    first = len(triple.strengths)
    right = Split(first, first + len(triple.weaknesses))
    return np.array([each for _, each in splits]), [split for split, _ in splits].index(right)


def fingerprints() -> dict[str, str]:
    """What the model depends on: a model made from other files is stale."""
    folder = PACKAGE
    paths = [folder / name for name in ("polarity.toml", "lexicon.txt", "features.py", "echo.py")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in paths}


def train(lists: Sequence[Triple], folder: Path = PACKAGE) -> None:
    """Fit both parts to the lists and write them into the folder."""
    split = split_weights(lists, unseen_wording(lists))
    model = classifier(lists)
    scale = float(np.abs(model.coef_).max()) / STEPS
    steps = np.rint(model.coef_ / scale).astype(np.int8)
    card = {
        "scale": round(scale, 9),
        "intercepts": {n: round(float(b), 6) for n, b in zip(LISTS, model.intercept_, strict=True)},
        "split": split,
        "made_from": fingerprints(),
    }
    (folder / WEIGHTS_FILE).write_bytes(zlib.compress(steps.tobytes(), 9))
    (folder / MODEL_FILE).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    train(triples(TRAINING))
