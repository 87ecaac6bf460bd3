#!/bin/sh
# Fuzzes the template engine: run.sh [SECONDS]. SwiftPM can't link libFuzzer, so the rooms are compiled here.
set -eu
cd "$(dirname "$0")/../.."
out=${FUZZ_OUT:-.build/fuzz-templates}
mkdir -p "$out/corpus"
flags="-O -swift-version 6 -sanitize=fuzzer -parse-as-library -package-name tweetup -I $out"
for feature in ExistentialAny InternalImportsByDefault MemberImportVisibility NonisolatedNonsendingByDefault InferIsolatedConformances; do
  flags="$flags -enable-upcoming-feature $feature"
done
for room in Diagnostics HTML Templates; do
  # shellcheck disable=SC2086
  swiftc $flags -wmo -module-name "$room" -emit-module -emit-module-path "$out/$room.swiftmodule" \
    -c Sources/"$room"/*.swift -o "$out/$room.o"
done
# shellcheck disable=SC2086
swiftc $flags Fuzz/Templates/driver.swift "$out"/Diagnostics.o "$out"/HTML.o "$out"/Templates.o -o "$out/fuzz"
"$out/fuzz" -max_total_time="${1:-600}" -max_len=600 -timeout=20 -rss_limit_mb=4096 -dict=Fuzz/Templates/jinja.dict -artifact_prefix="$out/" "$out/corpus"
