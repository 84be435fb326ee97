"""Runs the commands in the console blocks of a clone's README, as written, and
fails where one ends with another status than the README says. The test command
is left out: it has run. What the commands print is
compared by TestReadme.

usage: readme.py CLONE BIN   (BIN: folder for "go install")
"""
import os, re, subprocess, sys

clone, bin = sys.argv[1:]
text = open(os.path.join(clone, "README.md"), encoding="utf-8").read()
env = dict(os.environ, GOBIN=bin, PATH=bin + os.pathsep + os.environ["PATH"], NO_COLOR="1")
env.pop("TELAAH_CORPUS", None)
ran = 0
for block in re.findall(r"^```console\n(.*?)^```", text, re.M | re.S):
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command = part.split("\n", 1)[0]
        want = re.search(r"^\[status (\d)\]$", part, re.M)
        if command.startswith("go test"):
            continue
        print("$", command, flush=True)
        p = subprocess.run(command, shell=True, cwd=clone, env=env, capture_output=True, text=True)
        if p.returncode != (int(want[1]) if want else 0):
            sys.exit(f"status {p.returncode}\n{p.stdout[-2000:]}{p.stderr[-2000:]}")
        ran += 1
if ran < 5:
    sys.exit(f"only {ran} commands found")
