"""What others read from a calendar on standard input.

A line for each occurrence until 2040: start, UID, summary. vobject's validation and ical's strict
parser have to accept it, else this fails.
"""

import datetime
import sys

import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream

text = sys.stdin.buffer.read().decode()
vobject.readOne(text).validate(raiseException=True)
IcsCalendarStream.calendar_from_ics(text)
calendar = icalendar.Calendar.from_ical(text)
for component in calendar.walk():
    if component.errors:
        sys.exit(f"{component.name}: {component.errors}")
events = recurring_ical_events.of(calendar).between((1970, 1, 1), (2040, 1, 1))
for event in sorted(events, key=lambda event: (str(event["DTSTART"].dt), event["UID"])):
    start = event["DTSTART"].dt
    if isinstance(start, datetime.datetime):
        start = start.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    print(start, event["UID"], event["SUMMARY"])
