#!/bin/sh
# Times `tweetup build` of generated sites against a floor in C, and Hugo where it is there.
#
#   Benchmarks/build.sh [POSTS ...]     sizes of the sites; 1000 when none is given
#
# Needs the set `bench` of TWEETUP_SETS (default: ../shared), which says in its README what is
# compared and how. HUGO names the hugo program, RUNS how many rounds are counted (5).
set -eu
cd "$(dirname "$0")/.."
bench=${TWEETUP_SETS:-../shared}/bench
if ! [ -x "$bench/compare.sh" ]; then
  echo "Benchmarks/build.sh: no $bench/compare.sh; TWEETUP_SETS says where the sets are" >&2
  exit 1
fi

swift build -c release --static-swift-stdlib --product tweetup >&2
tools="tweetup floor-2"
if command -v "${HUGO:-hugo}" >/dev/null; then tools="$tools hugo"; fi

# $tools is a list of words.
# shellcheck disable=SC2086
SIZES="${*:-1000}" DESTS="${DESTS:-shm}" INCREMENTAL='' RUNS="${RUNS:-5}" \
  TWEETUP_BIN="$PWD/.build/release/tweetup" "$bench/compare.sh" $tools
