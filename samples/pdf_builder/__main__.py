"""`python -m samples.pdf_builder FOLDER [PART]`: every combination as .pdf and .json.

With PART only those with it in their names.
"""

import sys
from pathlib import Path

from samples.build import sources
from samples.pdf_builder.build import build_pdf
from samples.pdf_builder.combinations import combinations
from spur_extract.catalogue import load_catalogue


def main(folder: Path, part: str = "") -> None:
    """Write the files into `folder`."""
    catalogue, contents = load_catalogue(), sources()
    folder.mkdir(parents=True, exist_ok=True)
    for item in combinations(contents, catalogue):
        if part in item.name:
            content = contents[item.content]
            built = build_pdf(content, item.look, item.style, item.damage, catalogue)
            (folder / f"{item.name}.pdf").write_bytes(built.data)
            (folder / f"{item.name}.json").write_text(built.truth_json(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
