"""Sums up the output of "go test -json": a line for each package, the output of
what failed, and what was skipped. Fails where a test was skipped though what it
needs must be here: programs always, the shared data where its folder is.

usage: tests.py TESTS.json ["shared"]
"""
import collections, json, re, sys

output = collections.defaultdict(list)
failed, skipped = [], []
for line in open(sys.argv[1], encoding="utf-8"):
    try:
        e = json.loads(line)
    except ValueError:
        print(line, end="")  # a build error
        continue
    key = (e.get("Package", e.get("ImportPath", "")), e.get("Test", ""))
    if e["Action"] in ("output", "build-output"):
        output[key].append(e["Output"])
    elif e["Action"] == "fail":
        failed.append(key)
    elif e["Action"] == "skip" and key[1]:
        skipped.append(key)
    if e["Action"] in ("pass", "fail", "skip") and not key[1]:
        print(f"{e['Action']:5} {key[0]} {e.get('Elapsed', 0):.1f} s")
    elif e["Action"] == "build-fail":
        failed.append(key)

for key in failed:
    print(f"\nFAIL {key[0]} {key[1]}\n" + "".join(output[key])[-6000:])
must = ["tesseract", "pdftotext", "soffice", "python3"] + (["shared", "seed", "annotated"] if "shared" in sys.argv[2:] else [])
bad = 0
for key in skipped:
    why = " ".join("".join(l for l in output[key] if not re.match(r"\s*(=== |--- )", l)).split())
    needed = any(word in why for word in must)
    bad += needed
    print(f"{'SKIPPED BUT NEEDED' if needed else 'skipped'} {key[0]} {key[1]}: {why}")
sys.exit(1 if failed or bad else 0)
