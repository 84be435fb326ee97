"""Reads what govulncheck prints as JSON and fails where code of the project
reaches a flaw in one of its modules. Flaws in the standard library are those of
the Go that builds: they are named with the version that mends them, since a
checkout cannot change which Go there is."""

import json
import sys

text = open(sys.argv[1], encoding="utf-8").read()
decoder, at, reached = json.JSONDecoder(), 0, {}
while at < len(text):
    if text[at].isspace():
        at += 1
        continue
    message, at = decoder.raw_decode(text, at)
    finding = message.get("finding")
    if finding and finding["trace"][0].get("function"):
        place = finding["trace"][0]
        reached[finding["osv"]] = (place["module"], place.get("version", ""), finding.get("fixed_version", "no version"))

modules = {k: v for k, v in sorted(reached.items()) if v[0] != "stdlib"}
for name, (module, version, mended) in modules.items():
    print(f"{name}: {module} {version}, mended by {mended}")
own = {k: v for k, v in reached.items() if v[0] == "stdlib"}
if own:
    versions = sorted({v[2] for v in own.values()}, key=lambda v: [int(n) for n in v.strip("v").split(".") if n.isdigit()])
    print(f"note: {len(own)} flaws of the standard library of this Go are reached ({', '.join(sorted(own))}); "
          f"build releases with Go {versions[-1].lstrip('v')} or later")
if modules:
    sys.exit(f"{len(modules)} flaws of modules are reached")
print("no flaw of a module is reached")
