"""What others read from calendar files: a JSON object of names and texts on standard input.

Each file has to pass vobject's validation, icalendar without errors, and, if its name is on the list
under "strict", ical's strict parser. Printed are the occurrences of the file under "expand" in its
window: start, URL and summary, as JSON lines.
"""

import datetime
import json
import sys

import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream

request = json.load(sys.stdin)
faults = []
for name, text in request["files"].items():
    try:
        vobject.readOne(text).validate(raiseException=True)
        if name in request["strict"]:
            IcsCalendarStream.calendar_from_ics(text)
        for component in icalendar.Calendar.from_ical(text).walk():
            if component.errors:
                faults.append(f"{name}: {component.errors}")
    except Exception as error:
        faults.append(f"{name}: {type(error).__name__} {error}")
if faults:
    sys.exit("\n".join(faults[:20]))
calendar = icalendar.Calendar.from_ical(request["files"][request["expand"]])
first, last = (datetime.datetime.fromisoformat(time) for time in request["window"])
for event in recurring_ical_events.of(calendar).between(first, last):
    start = event["DTSTART"].dt
    if isinstance(start, datetime.datetime):
        start = start.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    print(json.dumps([str(start), event["UID"], event["SUMMARY"], event["STATUS"]], ensure_ascii=False))
