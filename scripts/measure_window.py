#!/usr/bin/env python3
"""Measures the window of one or more programs, in turn, on a virtual display of its own.

For each program: milliseconds from the start of its process to the first frame that shows what it goes on showing,
its memory (PSS) and its processor time while nobody touches it. With several programs the first is what the
others are compared with: give an empty window and then this application.

Needs Xvfb, whose picture is a file (-fbdir) and can be watched without asking the program or the server for it.
Usage: scripts/measure_window.py [--runs N] PROGRAM...
"""

import argparse
import mmap
import os
import statistics
import subprocess
import tempfile
import time

# Every so many bytes of the picture one is looked at; prime to the width of a row, so that all columns take part.
STEP = 251
# The share of the looked-at bytes that must be as in the end for a frame to count as the one that shows everything.
# A caret that blinks or an animation that ends later may differ.
ALIKE = 0.995
SETTLED_AFTER = 2.0
IDLE_FOR = 5.0


def sample(picture):
    return bytes(picture[::STEP])


def alike(one, other):
    same = sum(a == b for a, b in zip(one, other))
    return same / len(other)


def memory(pid):
    """PSS in MB: what is shared with others counts in part."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as lines:
        for line in lines:
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def processor_time(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(program, display, picture, folder):
    environment = dict(os.environ, DISPLAY=display, HOME=folder, LANG="zh_CN.UTF-8")
    environment.update(XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data")
    environment.pop("WAYLAND_DISPLAY", None)
    frames = []
    start = time.monotonic()
    process = subprocess.Popen(
        [program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        last, changed = sample(picture), start
        while time.monotonic() - changed < SETTLED_AFTER or not frames:
            if process.poll() is not None:
                raise SystemExit(f"{program} left with exit code {process.returncode}")
            if time.monotonic() - start > 60:
                raise SystemExit(f"{program} shows nothing")
            now = sample(picture)
            if now != last:
                changed = time.monotonic()
                frames.append((changed - start, now))
                last = now
            time.sleep(0.001)
        shown = next(at for at, frame in frames if alike(frame, last) >= ALIKE)
        before = processor_time(process.pid)
        time.sleep(IDLE_FOR)
        idle = processor_time(process.pid) - before
        return shown * 1000, memory(process.pid), 100 * idle / IDLE_FOR
    finally:
        process.kill()
        process.wait()
        time.sleep(0.3)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=7)
    arguments.add_argument("program", nargs="+")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        number_out, number_in = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(number_in), "-screen", "0", "1440x900x24"]
            + ["-nolisten", "tcp", "-fbdir", folder],
            pass_fds=[number_in],
            stderr=subprocess.DEVNULL,
        )
        try:
            os.close(number_in)
            with os.fdopen(number_out, encoding="ascii") as number:
                display = ":" + number.readline().strip()
            with open(f"{folder}/Xvfb_screen0", "rb") as file:
                picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
            results = {program: [] for program in given.program}
            for run in range(given.runs + 1):
                for program in given.program:
                    result = measure(program, display, picture, folder)
                    # The first run reads the program from the disk.
                    if run > 0:
                        results[program].append(result)
        finally:
            server.kill()
            server.wait()
    baseline = None
    for program, runs in results.items():
        start, pss, idle = (statistics.median(column) for column in zip(*runs))
        baseline = baseline or (start, pss)
        print(
            f"{os.path.basename(program)}: first frame {start:.0f} ms ({start / baseline[0]:.2f}x, "
            f"min {min(run[0] for run in runs):.0f}), "
            f"PSS {pss:.0f} MB ({pss / baseline[1]:.2f}x), idle {idle:.1f} % CPU"
        )


if __name__ == "__main__":
    main()
