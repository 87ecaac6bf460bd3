"""What feedparser reads from an RSS document on standard input, a line for each thing it found."""

import sys

import feedparser

feed = feedparser.parse(sys.stdin.buffer.read())
channel = feed.feed
print("version", feed.version, "well-formed" if not feed.bozo else feed.bozo_exception)
for key in ("title", "link", "subtitle", "language", "updated"):
    print("channel", key, repr(channel.get(key)))
print("self", [link.href for link in channel.links if link.rel == "self"])
for entry in feed.entries:
    for key in ("title", "link", "id", "summary"):
        print("entry", key, repr(entry.get(key)))
    print("entry date", list(entry.published_parsed)[:6] if "published_parsed" in entry else None)
    print("entry authors", [author.get("name") for author in entry.get("authors", [])])
    print("entry tags", [tag.term for tag in entry.get("tags", [])])
    print("entry content", [content.value for content in entry.get("content", [])])
