#!/bin/sh
# What a comment costs in a build, as a ratio to rendering its body with cmark in C.
#
#   Benchmarks/comments.sh [POSTS [COMMENTS-PER-POST]]     20 posts with 500 comments each unless given
#
# Builds a site with its threads and the same site without them, by turns, with one job; the difference
# is what the comments cost. Few posts with many comments: what a page's files cost isn't a comment's.
# Needs the set `bench` of TWEETUP_SETS (default: ../shared). RUNS says how many rounds (30), of which the
# best counts: a neighbour on the machine costs a build more than it costs cmark.
set -eu
cd "$(dirname "$0")/.."
sets=${TWEETUP_SETS:-../shared}
# Memory where there is some: to remove a tree and write it again at once is slow on a disk.
if [ -w /dev/shm ]; then TMPDIR=${TMPDIR:-/dev/shm} && export TMPDIR; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
posts=${1:-20}
if ! [ -f "$sets/bench/gen.py" ]; then
  echo "Benchmarks/comments.sh: no $sets/bench/gen.py; TWEETUP_SETS says where the sets are" >&2
  exit 1
fi

swift build -c release --static-swift-stdlib --product tweetup >&2
cc -O2 -o "$work/bodies" Benchmarks/Comments/bodies.c -lcmark
python3 "$sets/bench/gen.py" "$work/with" --posts "$posts" --comments-per-post "${2:-500}" \
  --events 10 --communities 2 --format tweetup --seed 1 >&2
cp -r "$work/with" "$work/without"
find "$work/without/content" -name '*.comments.yml' -exec rm {} +
python3 Benchmarks/Comments/measure.py "$PWD/.build/release/tweetup" "$work" "${RUNS:-30}"
