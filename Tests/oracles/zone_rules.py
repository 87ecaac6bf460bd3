"""Whether the zones that a calendar defines agree with Python's zoneinfo from 2015 to 2060.

Prints a line for each moment at which they differ, and how many were compared.
"""

import datetime
import sys
import zoneinfo

import icalendar

compared = 0
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
utc = datetime.timezone.utc
for definition in calendar.walk("VTIMEZONE"):
    name = str(definition["TZID"])
    ours = definition.to_tz(lookup_tzid=False)
    theirs = zoneinfo.ZoneInfo(name)
    moment = datetime.datetime(2015, 1, 2, 5, tzinfo=utc)
    while moment.year < 2060:
        compared += 1
        if moment.astimezone(ours).utcoffset() != moment.astimezone(theirs).utcoffset():
            print(name, moment, moment.astimezone(ours), moment.astimezone(theirs))
            break
        moment += datetime.timedelta(days=19, hours=1)
print(compared)
