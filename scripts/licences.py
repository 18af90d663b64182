"""Writes docs/licences.txt: what is inside the program, under which licence, from the dependency tree of all systems.

Usage: scripts/licences.py [--check]; with --check nothing is written, and a list that is stale is a fault.
"""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIST = ROOT / "docs/licences.txt"

HEAD = """What is inside Report Explorer
==============================

Report Explorer itself is under MIT or Apache-2.0. The bundled fonts are Noto Sans SC, (c) 2014-2021 Adobe,
under the SIL Open Font License 1.1 (OFL.txt). The libraries below are compiled in, on one system or another;
where a licence says "OR", either may be taken.

"""


def main():
    metadata = json.loads(
        subprocess.check_output(["cargo", "metadata", "--format-version", "1", "--locked"], cwd=ROOT)
    )
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    # Only what is linked: no tools of the build, no tests.
    inside, waiting = set(), [metadata["resolve"]["root"]]
    while waiting:
        current = waiting.pop()
        for dependency in nodes[current]["deps"]:
            linked = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if linked and dependency["pkg"] not in inside:
                inside.add(dependency["pkg"])
                waiting.append(dependency["pkg"])
    lines, missing = [], []
    for package in sorted((packages[id] for id in inside), key=lambda package: (package["name"], package["version"])):
        licence = package["license"]
        if not licence:
            missing.append(package["name"])
            licence = "see its " + (package["license_file"] or "source")
        # The older way to write OR.
        lines.append(f"{package['name']} {package['version']}: {licence.replace('/', ' OR ')}\n")
    text = HEAD + "".join(lines)
    if "--check" in sys.argv:
        if not LIST.exists() or LIST.read_text() != text:
            sys.exit("docs/licences.txt is stale; scripts/licences.py writes it anew")
        print(f"licences: {len(lines)} libraries, the list is up to date")
    else:
        LIST.write_text(text)
        print(f"licences: {len(lines)} libraries" + (f", without a licence of their own: {missing}" if missing else ""))


main()
