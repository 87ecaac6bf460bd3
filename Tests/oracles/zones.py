"""What Python's zoneinfo says of every zone: `python3 zones.py > zones.txt`.

`Z name` begins a zone. `U instant offset daylight abbreviation` is what its clocks show at a moment:
on both sides of every transition of 1970-2037, and at 10,000 random moments over all zones.
`L local first second` is a local time (as if it were UTC) and the moments that it means with fold 0
and 1: around every one of those transitions.
"""

import datetime
import random
import sys
from zoneinfo import _zoneinfo, available_timezones

EPOCH = datetime.datetime(1970, 1, 1)
FIRST, LAST = 0, int((datetime.datetime(2038, 1, 1) - EPOCH).total_seconds())
FAR = int((datetime.datetime(2500, 1, 1) - EPOCH).total_seconds())
LONG_AGO = int((datetime.datetime(1850, 1, 1) - EPOCH).total_seconds())


def naive(seconds):
    return EPOCH + datetime.timedelta(seconds=seconds)


def transitions(zone):
    found = set(zone._trans_utc)
    after = zone._tz_after
    if hasattr(after, "transitions"):
        for year in range(2007, 2039):
            for local, offset in zip(after.transitions(year), (after.std, after.dst)):
                found.add(int(local - offset.utcoff.total_seconds()))
    return sorted(t for t in found if FIRST <= t < LAST)


def offset(moment):
    return int(moment.utcoffset().total_seconds())


def at(zone, instant):
    moment = naive(instant).replace(tzinfo=datetime.timezone.utc).astimezone(zone)
    print("U", instant, offset(moment), int(bool(moment.dst())), moment.tzname())
    return offset(moment)


def local(zone, seconds):
    moments = [naive(seconds).replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    print("L", seconds, *(seconds - offset(moment) for moment in moments))


def main():
    # `localtime` is the machine's own zone, which no site may ask for.
    names = sorted(available_timezones() - {"localtime"})
    picks = random.Random(8536)
    instants = {name: [] for name in names}
    for _ in range(10_000):
        instants[picks.choice(names)].append(picks.randrange(LONG_AGO, FAR))
    for name in names:
        zone = _zoneinfo.ZoneInfo(name)
        print("Z", name)
        for moment in transitions(zone):
            before, after = at(zone, moment - 1), at(zone, moment)
            edges = {before - 1, before, (before + after) // 2, after - 1, after}
            for edge in sorted(edges):
                local(zone, moment + edge)
        for moment in sorted(instants[name]):
            at(zone, moment)


if __name__ == "__main__":
    sys.exit(main())
