#!/bin/sh
# What rendering a post page costs: tweetup, Python's Jinja2 and swift-mustache by turns, in one run.
#
#   Benchmarks/templates.sh [ROUNDS]     7 rounds unless given
#
# Each engine's figure of a round is its best, in microseconds a page; the table has the medians of the
# rounds and of the ratios within a round, since other work on the machine slows a whole round.
set -eu
cd "$(dirname "$0")/Templates"
rounds=${1:-7}
../../scripts/make-oracles
python=../../.venv/bin/python3
# Linked as the command is when it is released.
swift build -c release --static-swift-stdlib >&2
bench=.build/release/TemplatesBenchmark
round=0
while [ "$round" -lt "$rounds" ]; do
  jinja=$("$python" page.py pages)
  echo "$jinja $("$bench" pages | tail -n 1)"
  round=$((round + 1))
done | "$python" -c '
import re, statistics, sys
rows = [[float(number) for number in re.findall(r"[0-9.]+", line)] for line in sys.stdin]
names = ["Jinja2 (Python)", "tweetup, inside the package", "tweetup, through `render`", "swift-mustache"]
print("| | a page | ratio |\n|---|--:|--:|")
for column in (1, 2, 0, 3):
    time = statistics.median(row[column] for row in rows)
    ratio = statistics.median(row[column] / row[1] for row in rows)
    print(f"| {names[column]} | {time:.1f} µs | {ratio:.1f} |")
lowest, highest = min(row[0] / row[1] for row in rows), max(row[0] / row[1] for row in rows)
print(f"\nJinja2 to tweetup, lowest and highest of the rounds: {lowest:.1f}, {highest:.1f}")
'
