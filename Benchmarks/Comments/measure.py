"""measure.py TWEETUP WORK ROUNDS: times builds of WORK/with and WORK/without, and cmark on the bodies."""

import json
import os
import shutil
import subprocess
import sys

tweetup, work, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])


def build(site):
    """The user and system time of a build into an empty folder, in seconds, and its peak memory in MiB."""
    out = f"{work}/out"
    shutil.rmtree(out, ignore_errors=True)
    arguments = [tweetup, "build", "--jobs", "1", "--quiet", "-s", f"{work}/{site}", "-d", out]
    process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"the build of {site} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


listing = subprocess.run(
    [tweetup, "comments", "list", "--format", "json", "-s", f"{work}/with"], stdout=subprocess.PIPE, check=True
).stdout.splitlines()
bodies = [json.loads(line)["body"].encode() for line in listing]
with open(f"{work}/bodies.bin", "wb") as file:
    file.write(b"".join(body + b"\0" for body in bodies))

best = {"with": (1e9, 0), "without": (1e9, 0)}
cmark = 1e9
for _ in range(rounds):
    for site in best:
        best[site] = min(best[site], build(site))
    seconds, count = subprocess.run(
        [f"{work}/bodies", f"{work}/bodies.bin"], stdout=subprocess.PIPE, check=True, text=True
    ).stdout.split()
    assert int(count) == len(bodies)
    cmark = min(cmark, float(seconds))

difference = best["with"][0] - best["without"][0]
size = sum(map(len, bodies)) / len(bodies)
print(f"{len(bodies)} comments of {size:.0f} bytes; best of {rounds} rounds, CPU time with one job")
print(f"build with comments     {best['with'][0]:.3f} s, {best['with'][1]:.0f} MiB")
print(f"build without           {best['without'][0]:.3f} s, {best['without'][1]:.0f} MiB")
print(f"a comment               {difference / len(bodies) * 1e6:.2f} us")
print(f"its body with cmark     {cmark / len(bodies) * 1e6:.2f} us")
print(f"ratio                   {difference / cmark:.2f}")
