"""How well papergraph finds glosses and acronyms, beside scispaCy's AbbreviationDetector, on the same sentences.

usage: python benchmarks/glosses.py [--english CSV_FOLDER] [--errors N]

Prints, for each language, precision, recall and F1 of the pairs (short form, long form) and of the long forms alone,
without regard to case. With --errors, also the first N sentences in which papergraph differs from the labels.

The Korean sentences are ours and lie in glosses_ko.jsonl; most are of gold/written_ko.md, on which the extractor's
rules have been looked at. Most of their pairs have a Korean long form, as in (english term, 한국어), which scispaCy
does not set out to find.

The English ones are of Train_set_sentences.csv of Heddes et al. (2021), "The Automatic Detection of Dataset Names in
Scientific Articles", CC BY 4.0: glosses_en.jsonl names them by id, and CSV_FOLDER holds that file.

scispaCy is measured where it is installed. It looks only at brackets that are tokens, and stock spaCy does not split
`한국어(ABBR)` at the bracket: so it is measured a second time with every round bracket a token of its own.
"""

import argparse
import csv
import importlib
import importlib.metadata
import importlib.util
import json
import sys
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.util import compile_infix_regex

from papergraph.extract import glosses

Pairs = set[tuple[str, str]]
Detector = Callable[[str], Pairs]
HERE = Path(__file__).parent


class Sentence(NamedTuple):
    text: str
    pairs: Pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--english", metavar="CSV_FOLDER", type=Path)
    parser.add_argument("--errors", metavar="N", type=int, default=0)
    arguments = parser.parse_args()
    detectors = {"papergraph": ours, **scispacy_detectors()}
    if arguments.english:
        report("English", english(arguments.english), detectors, arguments.errors)
    else:
        print("English is left out: --english CSV_FOLDER says where its sentences are")
    report("Korean", korean(), detectors, arguments.errors)


def korean() -> list[Sentence]:
    return [Sentence(line["text"], folded(line["pairs"])) for line in labels("glosses_ko.jsonl")]


def english(folder: Path) -> list[Sentence]:
    lines = labels("glosses_en.jsonl")
    texts = {name: texts_by_id(folder / name) for name in {line["file"] for line in lines}}
    sentences = []
    for line in lines:
        text = texts[line["file"]].get(line["id"])
        if text is None or any(form not in text for pair in line["pairs"] for form in pair):
            sys.exit(f"sentence {line['id']} of {line['file']} is not the one that was labelled")
        sentences.append(Sentence(text, folded(line["pairs"])))
    return sentences


def labels(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def texts_by_id(path: Path) -> dict[int, str]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {int(row["id"]): row["text"] for row in csv.DictReader(file)}
    except OSError as error:
        sys.exit(f"cannot read {path}: {error.strerror}")


def folded(pairs: Iterable[Iterable[str]]) -> Pairs:
    return {(short.casefold(), long.casefold()) for short, long in pairs}


def ours(text: str) -> Pairs:
    found = ([text[slice(*span)] for span in gloss.spans] for gloss in glosses.find(text))
    return folded((short, long) for short, *others in found for long in others)


def scispacy_detectors() -> dict[str, Detector]:
    if importlib.util.find_spec("scispacy") is None:
        print("scispaCy is left out: pip install --no-deps scispacy")
        return {}
    importlib.import_module("scispacy.abbreviation")  # registers the pipe; the rest of scispaCy needs more packages
    warnings.filterwarnings("ignore", message=r"\[W036\]")  # in a sentence without an abbreviation
    name = f"scispaCy {importlib.metadata.version('scispacy')}"
    return {name: scispacy_detector(()), f"{name}, brackets split": scispacy_detector(("[()]",))}


def scispacy_detector(infixes: tuple[str, ...]) -> Detector:
    nlp = spacy.blank("en")
    if infixes:
        tokenizer: Any = nlp.tokenizer
        tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *infixes]).finditer
    nlp.add_pipe("abbreviation_detector")

    def find(text: str) -> Pairs:
        return folded((short.text, short._.long_form.text) for short in nlp(text)._.abbreviations)

    return find


def report(language: str, sentences: list[Sentence], detectors: dict[str, Detector], errors: int) -> None:
    print(f"{language}: {len(sentences)} sentences, {sum(len(each.pairs) for each in sentences)} pairs")
    for name, detect in detectors.items():
        found = [(detect(each.text), each.pairs) for each in sentences]
        long_forms = [({long for _, long in got}, {long for _, long in right}) for got, right in found]
        print(f"  {name:<32} pairs {scores(found)}   long forms {scores(long_forms)}")
    differing = [each for each in sentences if ours(each.text) != each.pairs]
    for text, pairs in differing[:errors]:
        print(f"  {text}\n    missed {sorted(pairs - ours(text))}   false {sorted(ours(text) - pairs)}")


def scores(found: Iterable[tuple[set[Any], set[Any]]]) -> str:
    rows = [(len(got & right), len(got), len(right)) for got, right in found]
    hits, given, wanted = (sum(column) for column in zip(*rows, strict=True))
    precision = f"{hits / given:.3f}" if given else "  -  "
    return f"P {precision} R {hits / wanted:.3f} F1 {2 * hits / (given + wanted):.3f}"


if __name__ == "__main__":
    main()
