"""Makes data.json: 40 links in the menu, a thread of 20 comments four deep."""

import json

def comment(number, depth):
    return {
        "id": number, "author": f"Visitor {number}", "date": "2010-03-25 08:12", "replies": [], "hasReplies": False,
        "text": f"Comment {number} says that List<String> isn't lost & \"quotes\" stay. " + "Some more words to read. " * 4,
    }

comments, stack, number = [], [], 0
for number in range(1, 21):
    depth = (number - 1) % 4
    made = comment(number, depth)
    stack = stack[:depth]
    if stack:
        stack[-1]["replies"].append(made)
        stack[-1]["hasReplies"] = True
    else:
        comments.append(made)
    stack.append(made)
data = {
    "site": {
        "language": "en", "title": "Harbor City Meetups", "url": "https://meetups.example.org/", "description": "People who meet & talk",
        "menu": [{"url": f"/events/2026-{i:02}/", "title": f"Event number {i} & friends"} for i in range(40)],
    },
    "post": {
        "title": "Swift on Linux: what we learned", "author": "Jess O'Hara", "date": "2010-03-24",
        "body": "<p>" + "The quick brown fox jumps over the lazy dog. " * 40 + "</p>", "comments": comments,
    },
}
json.dump(data, open("data.json", "w"), indent=1)
