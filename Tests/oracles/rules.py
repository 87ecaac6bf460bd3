"""What dateutil gives for 1,000 rules made at random: start, rule and first occurrences a line.

Left out is what RFC 5545 forbids, and what dateutil reads otherwise than the RFC: parts that are
missing beside BYWEEKNO or BYMONTHDAY of a year, years counted by BYWEEKNO, positions in the first
week.
"""

import datetime
import itertools
import random

from dateutil import rrule

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
picks = random.Random(5545)


def some(values, most=3):
    return picks.sample(values, picks.randint(1, min(most, len(values))))


def signed(limit, most=3):
    return [picks.choice((1, -1)) * value for value in some(range(1, limit + 1), most)]


def days(frequency, parts):
    numbered = frequency == "MONTHLY" or frequency == "YEARLY" and "BYWEEKNO" not in parts
    if "BYMONTHDAY" in parts or "BYYEARDAY" in parts or picks.random() < 0.5:
        numbered = False
    limit = 5 if frequency == "MONTHLY" or "BYMONTH" in parts else 53
    return [f"{signed(limit, 1)[0] if numbered else ''}{day}" for day in some(DAYS)]


def rule(frequency):
    parts = {}
    if picks.random() < 0.4:
        parts["BYMONTH"] = some(range(1, 13), 4)
    if frequency == "YEARLY":
        kind = picks.choice(["", "", "BYWEEKNO", "BYYEARDAY"])
        if kind == "BYWEEKNO":
            parts["BYWEEKNO"] = signed(53)
        elif kind == "BYYEARDAY":
            parts["BYYEARDAY"] = signed(366, 8)
    can_have_days = frequency not in ("WEEKLY", "YEARLY") or frequency == "YEARLY" and "BYMONTH" in parts
    if can_have_days and picks.random() < 0.4:
        parts["BYMONTHDAY"] = signed(31, 6)
    if picks.random() < 0.5 or "BYWEEKNO" in parts:
        parts["BYDAY"] = days(frequency, parts)
    if picks.random() < 0.3:
        parts["BYHOUR"] = some(range(24))
    if picks.random() < 0.3:
        parts["BYMINUTE"] = some(range(60))
    if picks.random() < 0.1:
        parts["BYSECOND"] = some(range(60))
    if parts and frequency != "WEEKLY" and "BYWEEKNO" not in parts and picks.random() < 0.3:
        parts["BYSETPOS"] = signed(4, 2)
    text = [f"FREQ={frequency}"]
    if picks.random() < 0.4 and "BYWEEKNO" not in parts:
        text.append(f"INTERVAL={picks.randint(2, 5)}")
    text.append(f"UNTIL={picks.randint(2026, 2032)}0615T120000")
    text += [f"{name}={','.join(map(str, values))}" for name, values in parts.items()]
    if picks.random() < 0.3:
        text.append(f"WKST={picks.choice(DAYS)}")
    return ";".join(text)


# dateutil follows a rule that gives nothing to this year.
datetime.MAXYEAR = 2034

for _ in range(1000):
    text = rule(picks.choice(["YEARLY", "MONTHLY", "MONTHLY", "WEEKLY", "WEEKLY", "DAILY"]))
    start = datetime.datetime(2024, 1, 1, 9) + datetime.timedelta(minutes=5 * picks.randrange(200_000))
    try:
        given = rrule.rrulestr(text, dtstart=start)
    except ValueError:
        # A rule that gives nothing, which dateutil refuses.
        print(f"{start:%Y%m%dT%H%M%S}", text)
        continue
    found = itertools.islice(given, 40)
    print(f"{start:%Y%m%dT%H%M%S}", text, *(f"{time:%Y%m%dT%H%M%S}" for time in found))
