// swift-format-ignore-file
// Made by `make theme` from templates/; a test compares the two.

/// The theme of a site that has none: templates/ of this project, compiled in.
enum BuiltInTheme {
  /// The templates: name and text.
  static let templates: [(name: String, text: String)] = [
    (
      "404.html",
      ##"""
{% extends "base.html" %}
{% block main %}
<div class="column">
<header class="head">
<p class="kicker">404</p>
<h1>{{ page.title }}</h1>
</header>
<div class="prose">{{ page.content }}</div>
<p><a class="button" href="{{ site.url }}">Back to the home page</a></p>
</div>
{% endblock %}

"""##
    ),
    (
      "_comments.html",
      ##"""
{% from "_macros.html" import day %}
{% set thread = page.comments %}
{% set form = thread.form if thread else none %}
{% set comments = thread.comments if thread else [] %}
{% if thread and (comments or thread.pings or form or not thread.is_open) %}
<section id="comments" aria-labelledby="comments-title">
<h2 id="comments-title">
{%- if thread.count == 1 %}One thought on “{{ page.title }}”
{%- elif comments %}{{ thread.count }} thoughts on “{{ page.title }}”
{%- else %}Comments{% endif %}</h2>
{% if comments %}
<ol class="thread">
{% for c in comments %}
{% set when = c.date %}
<li>
<article class="comment{% if c.is_post_author %} is-author{% endif %} u-comment h-cite" id="{{ c.anchor }}">
{% if c.is_hidden %}
<p class="meta">This comment is not shown.</p>
{% else %}
<header>
{% if c.avatar %}
<img class="face" src="{{ c.avatar }}" alt="" width="40" height="40" loading="lazy">
{% else %}
{{ c.face }}
{% endif %}
<p>
{% if c.person and c.person.url %}
<a class="p-author h-card" href="{{ c.person.url }}">{{ c.author }}</a>
{% elif c.website %}
<a class="p-author h-card" href="{{ c.website }}" rel="nofollow ugc noopener">{{ c.author }}</a>
{% else %}
<span class="p-author h-card">{{ c.author }}</span>
{% endif %}
{% if c.is_post_author %}
<span class="badge on">Author</span>
{% endif %}
<br><a class="meta u-url" href="#{{ c.anchor }}"><time class="dt-published" datetime="{{ when.iso }}">{{ when|date("%B %-d, %Y") if when.date_only else when|date("%B %-d, %Y at %H:%M") }}</time></a>
{% if c.is_flattened and c.parent %}
<span class="meta">in reply to <a class="u-in-reply-to" href="#{{ c.parent.anchor }}">{{ c.parent.author or "a comment that is not shown" }}</a></span>
{% endif %}
</p>
</header>
<div class="prose e-content">{{ c.body }}</div>
{% if c.reply_url %}
<p class="reply"><a href="{{ c.reply_url }}">Reply<span class="unseen"> to {{ c.author }}</span></a></p>
{% elif form %}
<p class="reply"><label><input type="radio" form="reply-form" name="{{ form.names.reply_to }}" value="{{ c.id }}">Reply<span class="unseen"> to {{ c.author }}</span></label> <a href="#reply">Write it below</a></p>
{% endif %}
{% endif %}
</article>
{% if c.has_replies %}
<ol>
{% else %}
</li>
{% if c.closes %}
{% for level in range(c.closes) %}
</ol>
</li>
{% endfor %}
{% endif %}
{% endif %}
{% endfor %}
</ol>
{% endif %}
{% if thread.pings %}
<h3>Mentioned elsewhere</h3>
<ul class="lines">
{% for ping in thread.pings %}
<li class="u-comment h-cite" id="{{ ping.anchor }}">{{ day(ping.date) }} <span>{% if ping.website %}<a class="p-author h-card" href="{{ ping.website }}" rel="nofollow ugc noopener">{{ ping.author }}</a>{% else %}<span class="p-author h-card">{{ ping.author }}</span>{% endif %} <small>{{ ping.kind }}</small></span></li>
{% endfor %}
</ul>
{% endif %}
{% if not thread.is_open %}
<p class="closed">Comments are closed.</p>
{% endif %}
{% if form %}
{% include "_reply.html" %}
{% endif %}
{% if thread.feed %}
<p class="meta"><a href="{{ thread.feed }}">Comments as RSS</a></p>
{% endif %}
</section>
{% endif %}

"""##
    ),
    (
      "_communities.html",
      ##"""
<ul class="tables">
{% for community in communities %}
<li class="h-card">
{% if community.logo %}
<img class="u-logo" src="{{ community.logo }}" alt="" width="64" height="64" loading="lazy">
{% endif %}
<div>
<h{{ level|default(3) }}>{% if community.url %}<a class="p-name u-url" href="{{ community.url }}">{{ community.name }}</a>{% else %}{{ community.name }}{% endif %}</h{{ level|default(3) }}>
{% if community.city %}
<p class="meta p-locality">{{ community.city }}</p>
{% endif %}
{% if community.summary %}
<p class="p-note">{{ community.summary }}</p>
{% endif %}
{% if community.next_event %}
<div data-start="{{ community.next_event.start.utc }}" data-end="{{ community.next_event.over.utc }}">
<p class="meta" data-if="next now">Next: <a href="{{ community.next_event.url }}">{{ community.next_event.title }}</a>, <time datetime="{{ community.next_event.start.iso }}">{{ community.next_event.start|date("%B %-d") }}</time></p>
</div>
{% endif %}
</div>
</li>
{% endfor %}
</ul>

"""##
    ),
    (
      "_event.html",
      ##"""
{% from "_macros.html" import hours, instants, state, title, where -%}
<article class="event h-event{% if event.status in ["cancelled", "postponed"] %} is-off{% endif %}" {{ instants(event) }}>
<time class="tile" datetime="{{ event.start.iso }}"><span>{{ event.start|date("%b") }}</span> <b>{{ event.start.day }}</b> <span>{{ event.start|date("%a" if event.start.year == now.year and not event.is_past else "%Y") }}</span></time>
<div>
<h3 class="p-name"><a class="u-url" href="{{ event.url }}">{{ title(event) }}</a></h3>
<p class="states">{{ state(event) }}</p>
<p class="meta">{% if event.multi_day %}<time class="dt-start" datetime="{{ event.start.iso }}"></time>until <time class="dt-end" datetime="{{ event.end.iso }}">{{ event.end|date("%A, %B %-d") }}</time>{% else %}{% if event.all_day %}<time class="dt-start" datetime="{{ event.start.iso }}"></time>{% endif %}{{ hours(event) }}{% endif %}
{%- if where(event) %} · {{ where(event) }}{% endif %}</p>
{% if event.summary and (page.kind != "series" or event.summary != page.summary) %}
<p class="p-summary">{{ event.summary }}</p>
{% endif %}
{% if event.community and page.kind not in ["community", "series"] %}
<p class="meta">{% if event.community.url %}<a href="{{ event.community.url }}">{{ event.community.name }}</a>{% else %}{{ event.community.name }}{% endif %}</p>
{% endif %}
</div>
</article>

"""##
    ),
    (
      "_facts.html",
      ##"""
{% from "_macros.html" import people -%}
{% if page.venue %}
{% set place = page.venue %}
<dt>Where</dt>
{% if page.status == "moved-online" %}
<dd><s>{{ place.name }}</s></dd>
{% else %}
<dd class="p-location h-card">{% include "_place.html" %}</dd>
{% if place.accessibility %}
<dt>Accessibility</dt>
<dd>{{ place.accessibility }}</dd>
{% endif %}
{% endif %}
{% endif %}
{% if page.online %}
<dt>Online</dt>
<dd><a href="{{ page.online }}">{% if page.is_past %}Where we met{% else %}Join the call{% endif %}</a></dd>
{% endif %}
{% if page.price %}
<dt>Price</dt>
<dd>{% if page.price == "0" %}Free{% else %}{{ page.price }}{% if page.currency %} {{ page.currency }}{% endif %}{% endif %}</dd>
{% endif %}
{% if page.capacity %}
<dt>Room for</dt>
<dd>{{ page.capacity|plural("person", "people") }}</dd>
{% endif %}
{% if page.organizers %}
<dt>Organised by</dt>
<dd>{{ people(page.organizers, "p-organizer h-card") }}</dd>
{% endif %}
{% if page.hashtag %}
<dt>Hashtag</dt>
<dd>{{ page.hashtag }}</dd>
{% endif %}

"""##
    ),
    (
      "_macros.html",
      ##"""
{#- The words of a date, a name or a place, as more than one template says them. -#}
{% macro person(who, class="") -%}
{% if who.url %}<a class="{{ class }}" href="{{ who.url }}">{{ who.name }}</a>{% else %}<span class="{{ class }}">{{ who.name }}</span>{% endif %}
{%- endmacro %}

{% macro people(list, class="") -%}
{% for who in list %}{% if not loop.first %}{{ " and " if loop.last else ", " }}{% endif %}{{ person(who, class) }}{% endfor %}
{%- endmacro %}

{% macro day(time) -%}
<time datetime="{{ time.iso }}">{{ time|date("%B %-d, %Y") }}</time>
{%- endmacro %}

{#- An event's hours on its day: "19:00–22:00 CET"; with a visitor's own time beside it by the script. -#}
{% macro hours(event) -%}
{% set start = event.start -%}
{% set end = event.end -%}
{% if event.all_day %}All day{% else %}<span><time class="dt-start" datetime="{{ start.iso }}" data-here>{{ start|date("%H:%M") }}</time>{% if end and not event.multi_day %}–<time class="dt-end" datetime="{{ end.iso }}">{{ end|date("%H:%M") }}</time>{% endif %} {{ start.abbreviation }}</span>{% endif %}
{%- endmacro %}

{#- All of an event's when, for its own page. -#}
{% macro when(event) -%}
{% if event.all_day %}
<time class="dt-start" datetime="{{ event.start.iso }}">{{ event.start|date("%A, %B %-d, %Y") }}</time>
{%- if event.multi_day %}
 to <time class="dt-end" datetime="{{ event.end.iso }}">{{ event.end|date("%A, %B %-d, %Y") }}</time>
{%- endif %}
{% elif event.multi_day %}
<time class="dt-start" datetime="{{ event.start.iso }}" data-here>{{ event.start|date("%A, %B %-d, %Y, %H:%M") }}</time>
to <time class="dt-end" datetime="{{ event.end.iso }}">{{ event.end|date("%A, %B %-d, %Y, %H:%M") }}</time> {{ event.end.abbreviation }}
{% else %}
{{ event.start|date("%A, %B %-d, %Y") }}<br>
{{ hours(event) }}
{%- endif %}
{%- endmacro %}

{#- The same in one line without markup, for descriptions. -#}
{% macro when_in_words(event) -%}
{{ event.start|date("%A, %B %-d, %Y" if event.all_day else "%A, %B %-d, %Y, %H:%M %Z") }}{% if event.multi_day %} to {{ event.end|date("%A, %B %-d, %Y") }}{% endif %}
{%- endmacro %}

{#- Where, in a few words: a venue and its city, or "Online". -#}
{% macro where(event) -%}
{% set venue = event.venue -%}
{% set moved = event.status == "moved-online" -%}
{% if venue and not moved %}<span class="p-location">{{ venue.name }}{% if venue.city %}, {{ venue.city }}{% endif %}</span>{% elif event.online or moved %}{% if venue %}<s>{{ venue.name }}</s> {% endif %}<span class="p-location">Online</span>{% endif %}
{%- endmacro %}

{#- What differs from the plan, or that it is on at this moment: what has `data-if` shows in that state. -#}
{% macro state(event, over=true) -%}
{% set status = event.status -%}
{% set is_past = event.is_past -%}
{% if status == "cancelled" %}<strong class="badge off">Cancelled</strong>
{%- elif status == "postponed" %}<strong class="badge off">Postponed</strong>
{%- else -%}
{%- if status == "rescheduled" %}<strong class="badge">New date</strong>
{%- elif status == "moved-online" %}<strong class="badge">Moved online</strong>
{%- endif %}
{%- if not is_past %} <strong class="badge on" data-if="now"{% if not event.is_now %} hidden{% endif %}>Happening now</strong>{% endif %}
{%- endif %}
{%- if over and not is_past %} <strong class="badge" data-if="past" hidden>Over</strong>{% endif %}
{%- endmacro %}

{#- An event's title, struck where the event is off. -#}
{% macro title(event) -%}
{% if event.status == "cancelled" %}<s>{{ event.title }}</s>{% else %}{{ event.title }}{% endif %}
{%- endmacro %}

{#- The instants between which an event is on, for the script. -#}
{% macro instants(event) -%}
data-start="{{ event.start.utc }}" data-end="{{ event.over.utc }}"
{%- endmacro %}

{#- Where calendar programs find a list's events, once and for good. -#}
{% macro subscribe(list) -%}
{% if list.calendar %}<a href="{{ list.webcal }}">Subscribe in a calendar</a> or <a href="{{ list.calendar }}">fetch its file</a>{% endif %}
{%- endmacro %}

{#- Of when the page is, which the script takes away since it keeps it current. -#}
{% macro as_of(time) -%}
{% if time %}<p class="meta as-of">As of <time datetime="{{ time.iso }}">{{ time|date("%B %-d, %Y, %H:%M %Z") }}</time></p>{% endif %}
{%- endmacro %}

{#- What an event's page is about, as search engines and chats show it. -#}
{% macro about(event) -%}
{{ when_in_words(event) }}{% if event.venue and event.status != "moved-online" %}, {{ event.venue.name }}{% endif %}{% if event.summary %}. {{ event.summary }}{% endif %}
{%- endmacro %}

{% macro tags(list) %}
{% if list %}
<ul class="tags" aria-label="Tags">
{% for tag in list %}
<li>{% if tag.url %}<a class="p-category" rel="tag" href="{{ tag.url }}">{{ tag.name }}</a>{% else %}<span class="p-category">{{ tag.name }}</span>{% endif %}</li>
{% endfor %}
</ul>
{% endif %}
{% endmacro %}

{#- Past events, a line each, by year; with whose they are, where that differs. The script puts those
    that have passed since into the box before them. -#}
{% macro past_years(years, whose=true) %}
<div class="events" data-past hidden></div>
{% for year in years %}
<h3>{{ year.year }}</h3>
<ul class="lines">
{% for event in year.events %}
<li {{ instants(event) }}><time datetime="{{ event.start.iso }}">{{ event.start|date("%b %-d") }}</time>
<span><a href="{{ event.url }}">{{ title(event) }}</a> {{ state(event) }}
{%- if whose and event.community %} <small>{{ event.community.name }}</small>{% endif %}
{%- for recap in event.recaps %} <small><a href="{{ recap.url }}">Recap</a></small>{% endfor %}</span></li>
{% endfor %}
</ul>
{% endfor %}
{% endmacro %}

"""##
    ),
    (
      "_neighbours.html",
      ##"""
{% with older = page.older, newer = page.newer %}
{% if newer or older %}
<nav class="{{ "column " if page.kind == "post" }}pager" aria-label="Before and after">
{% if older %}
<a rel="prev" href="{{ older.url }}"><small>Earlier</small> {{ older.title }}</a>
{% endif %}
{% if newer %}
<a rel="next" href="{{ newer.url }}"><small>Later</small> {{ newer.title }}</a>
{% endif %}
</nav>
{% endif %}
{% endwith %}

"""##
    ),
    (
      "_pager.html",
      ##"""
{% if pager and pager.pages > 1 %}
<nav class="pager" aria-label="Pages">
{% if pager.newer %}
<a rel="prev" href="{{ pager.newer }}">← Newer</a>
{% endif %}
<span>Page {{ pager.number }} of {{ pager.pages }}</span>
{% if pager.older %}
<a rel="next" href="{{ pager.older }}">Older →</a>
{% endif %}
</nav>
{% endif %}

"""##
    ),
    (
      "_place.html",
      ##"""
{% if place.url and place.url != page.url %}<a class="p-name" href="{{ place.url }}">{{ place.name }}</a>{% else %}<span class="p-name">{{ place.name }}</span>{% endif %}
{% if place.address %}
<br><span class="p-street-address">{{ place.address }}</span>
{% endif %}
{% if place.city %}
<br><span class="p-locality">{{ place.city }}</span>{% if place.region %}, <span class="p-region">{{ place.region }}</span>{% endif %}{% if place.postcode %} <span class="p-postal-code">{{ place.postcode }}</span>{% endif %}

{% endif %}
{% if place.country %}
<br><span class="p-country-name">{{ place.country }}</span>
{% endif %}
{% if place.lat is not none and place.lon is not none %}
<br><a href="https://www.openstreetmap.org/?mlat={{ place.lat }}&amp;mlon={{ place.lon }}#map=17/{{ place.lat }}/{{ place.lon }}">Map</a>
<data class="p-latitude" value="{{ place.lat }}"></data><data class="p-longitude" value="{{ place.lon }}"></data>
{% elif place.address and place.city %}
<br><a href="https://www.openstreetmap.org/search?query={{ (place.address ~ ", " ~ place.city)|urlencode }}">Map</a>
{% endif %}

"""##
    ),
    (
      "_post.html",
      ##"""
{% from "_macros.html" import day, people -%}
<article class="card h-entry">
{% if post.image and post.image != site.image %}
<img class="thumb" src="{{ post.image }}" alt="" loading="lazy">
{% endif %}
<h{{ level|default(3) }} class="p-name"><a class="u-url" href="{{ post.url }}">{{ post.title }}</a></h{{ level|default(3) }}>
<p class="meta">{{ day(post.date) }}{% if post.authors %} · {{ people(post.authors, "p-author") }}{% endif %}
{%- if post.event %} · Recap{% endif %}
{%- if post.comment_count %} · <a class="count" href="{{ post.url }}#comments">{{ post.comment_count|plural("comment", "comments") }}</a>{% endif %}</p>
{% if post.summary %}
<p class="p-summary">{{ post.summary }}</p>
{% endif %}
</article>

"""##
    ),
    (
      "_reply.html",
      ##"""
<section id="reply" aria-labelledby="reply-title">
<h3 id="reply-title">Leave a Reply</h3>
{% if form.kind == "action" %}
<form id="reply-form" action="{{ form.url }}" method="post">
{% for field in form.fields %}
<input type="hidden" name="{{ field.name }}" value="{{ field.value }}">
{% endfor %}
{% if comments %}
<p><label><input type="radio" name="{{ form.names.reply_to }}" value="" checked>Answer nobody in particular</label> <small>or choose “Reply” at a comment above.</small></p>
{% endif %}
<p><label for="reply-author">Name</label>
<input id="reply-author" name="{{ form.names.author }}" required maxlength="100" autocomplete="name"></p>
<p><label for="reply-url">Website <small>optional, shown with your name</small></label>
<input id="reply-url" type="url" name="{{ form.names.url }}" maxlength="200" autocomplete="url" placeholder="https://"></p>
<p><label for="reply-body">Comment <small>Markdown works; HTML shows as you type it</small></label>
<textarea id="reply-body" name="{{ form.names.body }}" rows="7" required maxlength="{{ form.max_length }}"></textarea></p>
<p class="trap"><label for="reply-trap">Leave this empty</label>
<input id="reply-trap" name="{{ form.names.trap }}" tabindex="-1" autocomplete="off"></p>
<p><button class="button" type="submit">Post comment</button></p>
</form>
{% elif form.kind == "mailto" %}
<p>Write to us by e-mail, and we put it here. Your address isn't shown.</p>
<p><a class="button" href="{{ form.url }}">Write a comment</a></p>
{% else %}
<p>Comments are files of this site's repository: propose yours, and we look at it.</p>
<p><a class="button" href="{{ form.url }}" rel="nofollow noopener">Write a comment</a></p>
{% endif %}
</section>

"""##
    ),
    (
      "_upcoming.html",
      ##"""
<div class="events" data-next>
{% for event in upcoming %}
{% include "_event.html" %}
{% endfor %}
</div>

"""##
    ),
    (
      "archive.html",
      ##"""
{% extends "base.html" %}
{% block main %}
<div class="column">
<h1>{{ page.title }}</h1>
<div class="prose">{{ page.content }}</div>
{% for year in years %}
<h2>{{ year.year }}</h2>
<ul class="lines">
{% for post in year.posts %}
<li><time datetime="{{ post.date.iso }}">{{ post.date|date("%b %-d") }}</time> <span><a href="{{ post.url }}">{{ post.title }}</a>
{%- if post.comment_count %} <small>{{ post.comment_count|plural("comment", "comments") }}</small>{% endif %}</span></li>
{% endfor %}
</ul>
{% else %}
<p>Nothing has been posted yet.</p>
{% endfor %}
</div>
{% endblock %}

"""##
    ),
    (
      "base.html",
      ##"""
{% set kind = page.kind %}
<!doctype html>
<html lang="{{ site.language }}"{% if site.accent %} style="--accent: {{ site.accent }}"{% endif %}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{% block title %}{{ page.title }} · {{ site.title }}{% endblock %}</title>
{% if kind == "event" %}
{% from "_macros.html" import about %}
{% set description = about(page) %}
{% else %}
{% set description = page.summary or site.description %}
{% endif %}
{% if description %}
<meta name="description" content="{{ description }}">
{% endif %}
{% if page.noindex or kind == "404" %}
<meta name="robots" content="noindex">
{% endif %}
{% if kind != "404" %}
<link rel="canonical" href="{{ page.permalink }}">
<meta property="og:url" content="{{ page.permalink }}">
{% endif %}
<meta property="og:site_name" content="{{ site.title }}">
<meta property="og:title" content="{{ site.title if kind == "home" else page.title }}">
<meta property="og:type" content="{{ "article" if kind == "post" else "website" }}">
{% if description %}
<meta property="og:description" content="{{ description }}">
{% endif %}
{% if page.image or site.image %}
<meta property="og:image" content="{{ (page.image or site.image)|absurl }}">
{% if page.image_alt %}
<meta property="og:image:alt" content="{{ page.image_alt }}">
{% endif %}
{% endif %}
{% if kind == "post" %}
<meta property="article:published_time" content="{{ page.date.iso }}">
{% endif %}
{# Not `set`: what a page's own template calls so would be gone. #}
{% with feed = page.feed, json_feed = page.json_feed %}
{% if feed and feed != site.feed %}
<link rel="alternate" type="application/rss+xml" title="{{ page.title }} · {{ site.title }}" href="{{ feed }}">
{% endif %}
{% if json_feed and json_feed != site.json_feed %}
<link rel="alternate" type="application/feed+json" title="{{ page.title }} · {{ site.title }}" href="{{ json_feed }}">
{% endif %}
{% endwith %}
{% if site.feed %}
<link rel="alternate" type="application/rss+xml" title="{{ site.title }}" href="{{ site.feed }}">
{% endif %}
{% if site.json_feed %}
<link rel="alternate" type="application/feed+json" title="{{ site.title }}" href="{{ site.json_feed }}">
{% endif %}
{% if page.kind == "community" and page.calendar %}
<link rel="alternate" type="text/calendar" title="{{ page.title }} · {{ site.title }}" href="{{ page.calendar }}">
{% endif %}
{% if site.calendar %}
<link rel="alternate" type="text/calendar" title="{{ site.title }}" href="{{ site.calendar }}">
{% endif %}
{% if site.favicon %}
<link rel="icon" href="{{ site.favicon }}">
{% endif %}
<link rel="stylesheet" href="{{ "style.css"|asset }}">
{% with comments = page.comments %}
{% if comments and comments.feed %}
<link rel="alternate" type="application/rss+xml" title="Comments on {{ page.title }}" href="{{ comments.feed }}">
{% endif %}
{% endwith %}
{% if page.linked_data %}
{{ page.linked_data }}
{% endif %}
{% if kind != "post" and kind != "page" %}
<script src="{{ "events.js"|asset }}" defer></script>
{% endif %}
{% block head %}{% endblock %}
</head>
<body class="is-{{ kind }}">
<a class="skip" href="#main">Skip to the content</a>
<header class="site">
<a class="brand" href="{{ site.url }}"{% if kind == "home" %} aria-current="page"{% endif %}>
{%- if site.logo %}<img src="{{ site.logo }}" alt="" width="40" height="40">{% endif %}
{{- site.title -}}
</a>
{# The part of the site that the page belongs to, for the menu. #}
{% set section = ("/posts/" if kind == "post" else "/communities/" if kind == "community"
  else "/events/" if kind in ["event", "series", "month"] else "")|url %}
{% if site.menu %}
<nav aria-label="Main">
<ul>
{% for item in site.menu %}
<li><a href="{{ item.url }}"
{%- if item.url == page.url %} aria-current="page"
{%- elif item.url == section %} aria-current="true"
{%- endif %}>{{ item.title }}</a></li>
{% endfor %}
</ul>
</nav>
{% endif %}
</header>
<main id="main">
{% block main %}{% endblock %}
</main>
<footer class="site">
{% if site.description %}
<p>{{ site.description }}</p>
{% endif %}
<ul class="inline">
{% for link in site.links %}
<li><a rel="me" href="{{ link.url }}">{{ link.name }}</a></li>
{% endfor %}
{% if site.feed %}
<li><a href="{{ site.feed }}">RSS</a></li>
{% endif %}
{% if site.json_feed %}
<li><a href="{{ site.json_feed }}">JSON Feed</a></li>
{% endif %}
</ul>
</footer>
</body>
</html>

"""##
    ),
    (
      "communities.html",
      ##"""
{% extends "base.html" %}
{% block main %}
{% set level = 2 %}
<h1>{{ page.title }}</h1>
<div class="prose">{{ page.content }}</div>
{% include "_communities.html" %}
{% endblock %}

"""##
    ),
    (
      "community.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import as_of, instants, past_years, subscribe %}
{% block title %}{{ page.title }}{% if pager.number > 1 %} · Page {{ pager.number }}{% endif %} · {{ site.title }}{% endblock %}
{% block main %}
<header class="head with-logo h-card">
{% if page.logo %}
<img class="u-logo" src="{{ page.logo }}" alt="" width="96" height="96">
{% endif %}
<div>
<h1 class="p-name">{{ page.title }}</h1>
<p class="meta">{% if page.city %}<span class="p-locality">{{ page.city }}</span> · {% endif %}{{ page.event_count|plural("event", "events") }}{% if page.hashtag %} · {{ page.hashtag }}{% endif %}</p>
</div>
</header>
<div class="sided">
<aside class="facts" aria-label="About {{ page.title }}">
{% if page.organizers %}
<h2>Organisers</h2>
<ul class="people">
{% for who in page.organizers %}
<li class="h-card">
{% if who.avatar %}
<img class="face u-photo" src="{{ who.avatar }}" alt="" width="48" height="48" loading="lazy">
{% else %}
<span class="face" aria-hidden="true">{{ who.name|first|upper }}</span>
{% endif %}
<p>{% if who.url %}<a class="p-name u-url" href="{{ who.url }}">{{ who.name }}</a>{% else %}<span class="p-name">{{ who.name }}</span>{% endif %}</p>
</li>
{% endfor %}
</ul>
{% endif %}
{% if page.links or page.feed or page.calendar %}
<h2>Elsewhere</h2>
<ul class="plain">
{% for link in page.links %}
<li><a rel="me" href="{{ link.url }}">{{ link.name }}</a></li>
{% endfor %}
{% if page.feed %}
<li><a href="{{ page.feed }}">RSS</a></li>
{% endif %}
{% if page.calendar %}
<li>{{ subscribe(page) }}</li>
{% endif %}
</ul>
{% endif %}
</aside>
<div>
{% if pager.number == 1 %}
<div class="prose">{{ page.content }}</div>
{% if page.next_event %}
<div {{ instants(page.next_event) }}>
<p class="note" data-if="next now">Next: <a href="{{ page.next_event.url }}">{{ page.next_event.title }}</a>, <time datetime="{{ page.next_event.start.iso }}">{{ page.next_event.start|date("%A, %B %-d, %Y" if page.next_event.all_day else "%A, %B %-d, %Y, %H:%M %Z") }}</time></p>
</div>
{% endif %}
{% endif %}
{% if upcoming %}
<section aria-labelledby="upcoming">
<h2 id="upcoming">Coming up</h2>
{% include "_upcoming.html" %}
{{ as_of(site.as_of) }}
</section>
{% endif %}
{% if recaps %}
<section aria-labelledby="recaps">
<h2 id="recaps">Recaps</h2>
{% for post in recaps %}
{% include "_post.html" %}
{% endfor %}
</section>
{% endif %}
{% if posts %}
<section aria-labelledby="posts">
<h2 id="posts">Posts</h2>
{% for post in posts %}
{% include "_post.html" %}
{% endfor %}
</section>
{% endif %}
{% if past %}
<section aria-labelledby="past">
<h2 id="past">Past events</h2>
{{ past_years(past, whose=false) }}
</section>
{% endif %}
{% include "_pager.html" %}
{% if pager.number == 1 and page.comments and (page.comments.comments or page.comments.pings) %}
{% include "_comments.html" %}
{% endif %}
</div>
</div>
{% endblock %}

"""##
    ),
    (
      "event.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import as_of, day, instants, people, person, state, tags, title, when %}
{% block title %}{{ page.title }}{% if page.series %}, {{ page.start|date }}{% endif %} · {{ site.title }}{% endblock %}
{% block main %}
<article class="h-event{% if page.status in ["cancelled", "postponed"] %} is-off{% endif %}" {{ instants(page) }}>
<header class="head">
{% with community = page.community, series = page.series %}
{% if community or series %}
<p class="kicker">
{% if community %}
{% if community.url %}<a href="{{ community.url }}">{{ community.name }}</a>{% else %}{{ community.name }}{% endif %}
{% endif %}
{% if series %}
{% if community %} · {% endif %}<a href="{{ series.url }}">All dates of {{ series.title }}</a>
{% endif %}
</p>
{% endif %}
{% endwith %}
<h1 class="p-name">{{ title(page) }}</h1>
<p class="states">{{ state(page, over=false) }}</p>
{% if page.status not in ["cancelled", "postponed"] %}
<p class="meta" data-if="past"{% if not page.is_past %} hidden{% endif %}>This event is over.</p>
{% endif %}
<a class="u-url" href="{{ page.permalink }}" hidden></a>
{% if page.summary %}
<data class="p-summary" value="{{ page.summary }}"></data>
{% endif %}
</header>
<div class="sided">
<aside class="facts" aria-label="At a glance">
<dl>
<dt>When</dt>
<dd>{% if page.status in ["cancelled", "postponed"] %}<s>{{ when(page) }}</s>{% else %}{{ when(page) }}{% endif %}
{%- if page.previous_start %}<br><s>{{ day(page.previous_start) }}</s>{% endif %}<br>
<small>{{ page.timezone|replace("_", " ") }}</small></dd>
{% include "_facts.html" %}
</dl>
{% if not page.is_past and page.status != "cancelled" %}
{% if page.rsvp %}
<p data-if="next now"><a class="button" href="{{ page.rsvp }}">Save me a seat</a></p>
{% endif %}
{% if page.google_calendar %}
<p class="meta" data-if="next now">Add to
<a href="{{ page.google_calendar }}" rel="nofollow">Google Calendar</a>{% if page.calendar %}, <a href="{{ page.outlook_calendar }}" rel="nofollow">Outlook</a> or <a href="{{ page.calendar }}">another calendar</a>{% else %} or <a href="{{ page.outlook_calendar }}" rel="nofollow">Outlook</a>{% endif %}</p>
{% endif %}
{{ as_of(site.as_of) }}
{% endif %}
</aside>
<div>
{% with recaps = page.recaps %}
{% if recaps or page.recording or page.slides %}
<ul class="note" data-if="past"{% if not page.is_past %} hidden{% endif %}>
{% for recap in recaps %}
<li>Recap: <a href="{{ recap.url }}">{{ recap.title }}</a>{% if recap.authors %} by {{ people(recap.authors) }}{% endif %}</li>
{% endfor %}
{% if page.recording %}
<li><a href="{{ page.recording }}">Watch the recording</a></li>
{% endif %}
{% if page.slides %}
<li><a href="{{ page.slides }}">See the slides</a></li>
{% endif %}
</ul>
{% endif %}
{% endwith %}
<div class="prose p-description">
{{ page.content }}
</div>
{% with schedule = page.schedule %}
{% if schedule %}
<h2>Schedule</h2>
<table class="schedule">
<thead><tr><th scope="col">At</th><th scope="col">What</th></tr></thead>
<tbody>
{% for item in schedule %}
{% set speaker = item.speaker %}
<tr><td>{{ item.at or "" }}</td><td>{{ item.title }}{% if speaker %} <small>{{ person(speaker) }}</small>{% endif %}</td></tr>
{% endfor %}
</tbody>
</table>
{% endif %}
{% endwith %}
{% with speakers = page.speakers %}
{% if speakers %}
<h2>Speakers</h2>
<ul class="people">
{% for speaker in speakers %}
{% set known = speaker.person %}
<li class="h-card">
{% if known and known.avatar %}
<img class="face u-photo" src="{{ known.avatar }}" alt="" width="48" height="48" loading="lazy">
{% else %}
<span class="face" aria-hidden="true">{{ speaker.name|first|upper }}</span>
{% endif %}
<p>
{% if known and known.url %}
<a class="p-name u-url" href="{{ known.url }}">{{ speaker.name }}</a>
{% elif speaker.url %}
<a class="p-name u-url" href="{{ speaker.url }}">{{ speaker.name }}</a>
{% else %}
<span class="p-name">{{ speaker.name }}</span>
{% endif %}
{% if speaker.talk %}
<br>{{ speaker.talk }}
{% endif %}
</p>
</li>
{% endfor %}
</ul>
{% endif %}
{% endwith %}
{{ tags(page.tags) }}
{% include "_comments.html" %}
</div>
</div>
</article>
{% include "_neighbours.html" %}
{% endblock %}

"""##
    ),
    (
      "events.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import as_of, past_years, subscribe %}
{% block title %}{{ page.title }}{% if pager.number > 1 %} · Page {{ pager.number }}{% endif %} · {{ site.title }}{% endblock %}
{% block main %}
<h1>{{ page.title }}</h1>
{% if pager.number == 1 %}
<div class="prose">{{ page.content }}</div>
{% endif %}
{% if pager.number == 1 and (month or site.calendar) %}
<p>{% if month %}<a href="{{ month.url }}">Calendar of {{ month.title }}</a>{% endif %}{% if month and site.calendar %} · {% endif %}{{ subscribe(site) }}</p>
{% endif %}
{% set all = upcoming %}
{% set on = all|selectattr("is_now")|list %}
{% if on %}
<section aria-labelledby="now">
<h2 id="now">Happening now</h2>
{% set upcoming = on %}
{% include "_upcoming.html" %}
</section>
{% endif %}
{% set upcoming = all|rejectattr("is_now")|list %}
{% if upcoming %}
<section aria-labelledby="upcoming">
<h2 id="upcoming">Coming up</h2>
{% include "_upcoming.html" %}
</section>
{% elif not on and pager.number == 1 %}
<p>Nothing is planned at the moment.</p>
{% endif %}
{% if all %}
{{ as_of(site.as_of) }}
{% endif %}
{% if past or all %}
<section aria-labelledby="past"{% if not past %} hidden{% endif %}>
<h2 id="past">Past events</h2>
{{ past_years(past) }}
</section>
{% endif %}
{% include "_pager.html" %}
{% endblock %}

"""##
    ),
    (
      "home.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import as_of %}
{% block title %}{{ site.title }}{% if pager.number > 1 %} · Page {{ pager.number }}{% endif %}{% endblock %}
{% block main %}
{% if pager.number == 1 %}
{% if page.image or site.image %}
<img class="banner" src="{{ page.image or site.image }}" alt="{{ page.image_alt or "" }}">
{% endif %}
<div class="intro">
<h1>{{ page.title }}</h1>
{{ page.content }}
</div>
{% if upcoming %}
<section aria-labelledby="upcoming">
<h2 id="upcoming">Coming up</h2>
{% include "_upcoming.html" %}
{{ as_of(site.as_of) }}
<p><a href="{{ "/events/"|url }}">All events</a></p>
</section>
{% endif %}
{% if site.communities %}
<section aria-labelledby="communities">
<h2 id="communities">Where we meet</h2>
{% set communities = site.communities %}
{% include "_communities.html" %}
</section>
{% endif %}
{% else %}
<h1>{{ site.title }}</h1>
{% endif %}
{% if posts %}
<section class="h-feed" aria-labelledby="posts">
<h2 id="posts" class="p-name">{{ "Latest posts" if pager.number == 1 else "Earlier posts" }}</h2>
<div class="cards">
{% for post in posts %}
{% include "_post.html" %}
{% endfor %}
</div>
{% include "_pager.html" %}
</section>
{% endif %}
{% endblock %}

"""##
    ),
    (
      "month.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import as_of, instants, title, where %}
{% block main %}
<header class="head month-head">
<h1>{{ page.title }}</h1>
<p class="meta"><a href="{{ "/events/"|url }}">All events</a></p>
</header>
<table class="calendar">
<caption>{{ page.event_count|plural("event", "events") }} in {{ page.title }}, each on its days at its place</caption>
<thead>
<tr>
{% for day in weeks[0] %}
<th scope="col">{{ day.date|date("%A") }}</th>
{% endfor %}
</tr>
</thead>
<tbody>
{% for week in weeks %}
<tr>
{% for day in week %}
{% if day.in_month %}
{% set date = day.date %}
{% set events = day.events %}
<td{% if not events %} class="free"{% endif %}>
<time datetime="{{ date.iso }}"><span>{{ date|date("%A, %B") }} </span>{{ day.number }}</time>
{% if events %}
<ul>
{% for event in events %}
{% set status = event.status %}
{% set start = event.start %}
{% set place = where(event) %}
<li{% if status in ["cancelled", "postponed"] %} class="is-off"{% endif %} {{ instants(event) }}><a href="{{ event.url }}">{{ title(event) }}</a>
{%- if status == "cancelled" %} <small>cancelled</small>{% elif status == "postponed" %} <small>postponed</small>{% elif status == "rescheduled" %} <small>new date</small>{% endif %}
{%- if status not in ["cancelled", "postponed"] %} <small data-if="now"{% if not event.is_now %} hidden{% endif %}>happening now</small> <small data-if="past"{% if not event.is_past %} hidden{% endif %}>over</small>{% endif %}
<small>{% if event.all_day %}all day{% elif start|date("%Y-%m-%d") != date.iso %}continued{% else %}{{ start|date("%H:%M %Z") }}{% endif %}</small>
{%- if place %} <small>{{ place }}</small>{% endif %}</li>
{% endfor %}
</ul>
{% endif %}
</td>
{% else %}
<td class="out"></td>
{% endif %}
{% endfor %}
</tr>
{% endfor %}
</tbody>
</table>
{{ as_of(site.as_of) }}
{% set older = page.older %}
{% set newer = page.newer %}
{% if older or newer %}
<nav class="pager" aria-label="Months">
{% if older %}
<a rel="prev" href="{{ older.url }}"><small>Earlier</small> {{ older.title }}</a>
{% endif %}
{% if newer %}
<a rel="next" href="{{ newer.url }}"><small>Later</small> {{ newer.title }}</a>
{% endif %}
</nav>
{% endif %}
{% endblock %}

"""##
    ),
    (
      "page.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import day, tags %}
{% block main %}
<article class="column h-entry">
<header class="head">
<h1 class="p-name">{{ page.title }}</h1>
{% if page.updated %}
<p class="meta">Last changed {{ day(page.updated) }}</p>
{% endif %}
</header>
<div class="prose e-content">
{{ page.content }}
</div>
{{ tags(page.tags) }}
{% include "_comments.html" %}
</article>
{% endblock %}

"""##
    ),
    (
      "person.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import day %}
{% block main %}
<article class="column">
<header class="head with-logo h-card">
{% if page.avatar %}
<img class="face u-photo" src="{{ page.avatar }}" alt="" width="96" height="96">
{% endif %}
<div>
<h1 class="p-name">{{ page.title }}</h1>
<ul class="inline meta">
{% if page.website %}
<li><a class="u-url" rel="me" href="{{ page.website }}">Website</a></li>
{% endif %}
{% for link in page.links %}
<li><a rel="me" href="{{ link.url }}">{{ link.name }}</a></li>
{% endfor %}
</ul>
</div>
</header>
<div class="prose">{{ page.content }}</div>
{% if communities %}
<h2>Organises</h2>
{% include "_communities.html" %}
{% endif %}
{% if talks %}
<h2>Talks</h2>
<div class="events">
{% for event in talks %}
{% include "_event.html" %}
{% endfor %}
</div>
{% endif %}
{% if posts %}
<h2>Posts</h2>
<ul class="lines">
{% for post in posts %}
<li>{{ day(post.date) }} <span><a href="{{ post.url }}">{{ post.title }}</a></span></li>
{% endfor %}
</ul>
{% endif %}
{% if page.comments and (page.comments.comments or page.comments.pings) %}
{% include "_comments.html" %}
{% endif %}
</article>
{% endblock %}

"""##
    ),
    (
      "post.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import day, people, tags, where %}
{% block main %}
<article class="column h-entry">
<header class="head">
{% with community = page.community, date = page.date, authors = page.authors %}
{% if community %}
<p class="kicker">{% if community.url %}<a href="{{ community.url }}">{{ community.name }}</a>{% else %}{{ community.name }}{% endif %}</p>
{% endif %}
<h1 class="p-name">{{ page.title }}</h1>
<p class="meta"><a class="u-url" href="{{ page.url }}"><time class="dt-published" datetime="{{ date.iso }}">{{ date|date("%B %-d, %Y") }}</time></a>
{%- if authors %} · by {{ people(authors, "p-author h-card") }}{% endif %} · {{ page.reading_time }} min read
{%- if page.comment_count %} · <a class="count" href="#comments">{{ page.comment_count|plural("comment", "comments") }}</a>{% endif %}
{%- if page.updated %} · updated <time class="dt-updated" datetime="{{ page.updated.iso }}">{{ page.updated|date("%B %-d, %Y") }}</time>{% endif %}</p>
</header>
{% endwith %}
{% with event = page.event %}
{% if event %}
{% set place = where(event) %}
<p class="note">What happened at <a href="{{ event.url }}">{{ event.title }}</a>{% if event.kind == "event" %}, {{ day(event.start) }}{% endif %}{% if place %}, {{ place }}{% endif %}.</p>
{% endif %}
{% endwith %}
{% with toc = page.toc %}
{% if toc and page.reading_time > 1 %}
<nav class="toc" aria-label="On this page">
{{ toc }}
</nav>
{% endif %}
{% endwith %}
<div class="prose e-content">
{{ page.content }}
</div>
{{ tags(page.tags) }}
{% include "_comments.html" %}
</article>
{% include "_neighbours.html" %}
{% endblock %}

"""##
    ),
    (
      "posts.html",
      ##"""
{% extends "base.html" %}
{% block title %}{{ page.title }}{% if pager.number > 1 %} · Page {{ pager.number }}{% endif %} · {{ site.title }}{% endblock %}
{% block main %}
{% set level = 2 %}
<div class="column h-feed">
<h1 class="p-name">{{ page.title }}</h1>
{% if pager.number == 1 %}
<div class="prose">{{ page.content }}</div>
{% endif %}
{% for post in posts %}
{% include "_post.html" %}
{% else %}
<p>Nothing has been posted yet.</p>
{% endfor %}
{% include "_pager.html" %}
</div>
{% endblock %}

"""##
    ),
    (
      "series.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import as_of, hours, instants, past_years, people, tags %}
{% block main %}
<article>
<header class="head">
{% if page.community %}
<p class="kicker">{% if page.community.url %}<a href="{{ page.community.url }}">{{ page.community.name }}</a>{% else %}{{ page.community.name }}{% endif %}</p>
{% endif %}
<h1>{{ page.title }}</h1>
{% if page.repeat %}
<p class="meta">{{ page.repeat|first|upper }}{{ page.repeat[1:] }}</p>
{% endif %}
</header>
<div class="sided">
<aside class="facts" aria-label="At a glance">
<dl>
{% if page.next_event %}
<div {{ instants(page.next_event) }}>
<dt data-if="next now">Next</dt>
<dd data-if="next now"><a href="{{ page.next_event.url }}">{{ page.next_event.start|date("%A, %B %-d, %Y") }}</a><br>{{ hours(page.next_event) }}<br>
<small>{{ page.timezone|replace("_", " ") }}</small></dd>
</div>
{% else %}
<dt>Next</dt>
<dd>Nothing is planned at the moment.</dd>
{% endif %}
{% include "_facts.html" %}
</dl>
{% if page.calendar %}
<p class="meta"><a href="{{ page.calendar }}">All dates as a calendar's file</a></p>
{% endif %}
{% if page.rsvp and page.next_event %}
<p><a class="button" href="{{ page.rsvp }}">Save me a seat</a></p>
{% endif %}
</aside>
<div>
<div class="prose">{{ page.content }}</div>
{% if page.recaps %}
<ul class="note">
{% for recap in page.recaps %}
<li>Recap: <a href="{{ recap.url }}">{{ recap.title }}</a>{% if recap.authors %} by {{ people(recap.authors) }}{% endif %}</li>
{% endfor %}
</ul>
{% endif %}
{% if upcoming %}
<section aria-labelledby="upcoming">
<h2 id="upcoming">Coming up</h2>
{% include "_upcoming.html" %}
{{ as_of(site.as_of) }}
</section>
{% endif %}
{% if past or upcoming %}
<section aria-labelledby="past"{% if not past %} hidden{% endif %}>
<h2 id="past">Past dates</h2>
{{ past_years(past, whose=false) }}
</section>
{% endif %}
{{ tags(page.tags) }}
{% include "_comments.html" %}
</div>
</div>
</article>
{% endblock %}

"""##
    ),
    (
      "tag.html",
      ##"""
{% extends "base.html" %}
{% block title %}{{ page.title }}{% if pager.number > 1 %} · Page {{ pager.number }}{% endif %} · {{ site.title }}{% endblock %}
{% block main %}
<div class="column h-feed">
<header class="head">
<p class="kicker">Tag</p>
<h1 class="p-name">{{ tag.name }}</h1>
</header>
{% if events %}
<section aria-labelledby="events">
<h2 id="events">Events</h2>
<div class="events">
{% for event in events %}
{% include "_event.html" %}
{% endfor %}
</div>
</section>
{% endif %}
{% if posts %}
<section aria-labelledby="posts">
<h2 id="posts">Posts</h2>
{% for post in posts %}
{% include "_post.html" %}
{% endfor %}
</section>
{% endif %}
{% if pages %}
<section aria-labelledby="pages">
<h2 id="pages">Pages</h2>
<ul class="plain">
{% for other in pages %}
<li><a href="{{ other.url }}">{{ other.title }}</a></li>
{% endfor %}
</ul>
</section>
{% endif %}
{% include "_pager.html" %}
</div>
{% endblock %}

"""##
    ),
    (
      "tags.html",
      ##"""
{% extends "base.html" %}
{% block main %}
<div class="column">
<h1>{{ page.title }}</h1>
<div class="prose">{{ page.content }}</div>
<ul class="tags">
{% for tag in tags %}
<li>{% if tag.url %}<a href="{{ tag.url }}">{{ tag.name }}</a>{% else %}{{ tag.name }}{% endif %} <small>{{ tag.count }}</small></li>
{% endfor %}
</ul>
</div>
{% endblock %}

"""##
    ),
    (
      "venue.html",
      ##"""
{% extends "base.html" %}
{% from "_macros.html" import as_of, past_years %}
{% block main %}
<div class="h-card">
<header class="head">
<h1>{{ page.title }}</h1>
</header>
<div class="sided">
<aside class="facts" aria-label="At a glance">
<dl>
<dt>Address</dt>
{% set place = page %}
<dd>{% include "_place.html" %}</dd>
{% if page.website %}
<dt>Website</dt>
<dd><a class="u-url" href="{{ page.website }}">{{ page.name }}</a></dd>
{% endif %}
{% if page.accessibility %}
<dt>Accessibility</dt>
<dd>{{ page.accessibility }}</dd>
{% endif %}
</dl>
</aside>
<div>
<div class="prose">{{ page.content }}</div>
{% if upcoming %}
<section aria-labelledby="upcoming">
<h2 id="upcoming">Coming up here</h2>
{% include "_upcoming.html" %}
{{ as_of(site.as_of) }}
</section>
{% endif %}
{% if past %}
<section aria-labelledby="past">
<h2 id="past">Past events here</h2>
{{ past_years(past) }}
</section>
{% endif %}
{% if page.comments and (page.comments.comments or page.comments.pings) %}
{% include "_comments.html" %}
{% endif %}
</div>
</div>
</div>
{% endblock %}

"""##
    ),
  ]

  /// The assets: name below templates/assets/ and text.
  static let assets: [(name: String, text: String)] = [
    (
      "events.js",
      ##"""
// Marks what is past; says visitors' time.
{
  const all = (css, node = document) => node.querySelectorAll(css), now = new Date();
  for (const event of all("[data-end]")) {
    const { start, end } = event.dataset;
    const state = now < new Date(start) ? "next" : now < new Date(end) ? "now" : "past";
    for (const part of all("[data-if]", event)) part.hidden = !part.dataset.if.includes(state);
    const list = event.closest("[data-next]"), [past] = all("[data-past]");
    if (!list || state != "past") continue;
    if (past) past.hidden = past.closest("section").hidden = false;
    past ? past.prepend(event) : list.append(event);
  }
  for (const { dateTime, parentNode } of all("[data-here]")) {
    // As ISO.
    const here = new Date(dateTime).toLocaleString("sv").slice(0, 16);
    const own = here.slice(dateTime.startsWith(here.slice(0, 10)) * 11);
    if (!dateTime.startsWith(own, 11)) parentNode.append(` (${own} your time)`);
  }
  all(".as-of").forEach((p) => p.remove());
}

"""##
    ),
    (
      "style.css",
      ##"""
/* The theme of tweetup: system fonts, two colour schemes; events.js is all of its script. */
:root {
  color-scheme: light dark;
  --accent: #1f6f6b;
  --paper: #fffdf9;
  --surface: #f6f1e7;
  --line: #e2d9c8;
  --ink: #24211d;
  --soft: #625b50;
  --link: var(--accent);
  --on-link: #fff;
  --mark: #fff3cf;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}

@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181613;
    --surface: #24211d;
    --line: #3d3831;
    --ink: #ebe6dc;
    --soft: #b1a898;
    --link: #e9b795;
    --on-link: #181613;
    --mark: #3c3216;
  }
}

/* Any accent is brought to a lightness that can be read on the page. */
@supports (color: oklch(from red l c h)) {
  :root { --link: oklch(from var(--accent) min(l, 0.5) c h); }

  @media (prefers-color-scheme: dark) {
    :root { --link: oklch(from var(--accent) max(l, 0.78) min(c, 0.12) h); }
  }
}

*, ::before, ::after { box-sizing: border-box; }

html {
  font: 100%/1.6 var(--sans);
  background: var(--paper);
  color: var(--ink);
  scroll-padding-top: 1rem;
  text-size-adjust: none;
  -webkit-text-size-adjust: none;
}

body {
  margin: 0 auto;
  max-width: 70rem;
  min-height: 100vh;
  padding: 0 clamp(1rem, 4vw, 2.5rem);
  display: flex;
  flex-direction: column;
  overflow-wrap: break-word;
}

main { flex: 1; padding: clamp(1.5rem, 4vw, 2.5rem) 0 4rem; }
img { max-width: 100%; height: auto; }

h1, h2, h3, h4 { font-family: var(--serif); line-height: 1.2; margin: 2.2em 0 .6em; text-wrap: balance; }
h1 { font-size: clamp(2rem, 1.5rem + 2.4vw, 3rem); letter-spacing: -.015em; margin: 0 0 .5em; }
h2 { font-size: 1.5rem; margin-bottom: .7em; }
h3 { font-size: 1.2rem; margin-bottom: .3em; }
h4 { font-size: 1rem; }
p, ul, ol, dl, pre, blockquote, table, figure { margin: 0 0 1.1em; }
small { font-size: .85rem; color: var(--soft); }
s { text-decoration-thickness: 1px; }

a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
:is(h1, h2, h3) a, .brand, header.site nav a, .lines a { text-decoration: none; }
:is(h1, h2, h3) a { color: inherit; }
:is(h1, h2, h3, .lines) a:hover { text-decoration: underline; }

.skip { position: absolute; left: -99rem; padding: .6rem 1rem; background: var(--link); color: var(--on-link); }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; }

/* The page's head and foot */
header.site {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: .25rem 2rem;
  padding: 1rem 0;
  border-bottom: 1px solid var(--line);
}

.brand {
  display: flex;
  align-items: center;
  gap: .7rem;
  font: 700 1.3rem/1.2 var(--serif);
  color: inherit;
}

.brand img { width: 2.25rem; height: 2.25rem; border-radius: .5rem; }
header.site ul { display: flex; flex-wrap: wrap; gap: 0 clamp(.75rem, 2.2vw, 1.4rem); font-size: .95rem; margin: 0; padding: 0; list-style: none; }
header.site nav a { display: block; padding: .5rem 0; color: var(--soft); border-bottom: 2px solid transparent; }
header.site nav a:hover { color: var(--ink); }
header.site nav [aria-current] { color: var(--ink); border-color: var(--link); }
footer.site { padding: 1.5rem 0 2.5rem; border-top: 1px solid var(--line); font-size: .9rem; color: var(--soft); }
footer.site p { max-width: 40rem; margin-bottom: .4rem; }

/* Columns */
.column { max-width: 42rem; margin-inline: auto; }
.sided { display: grid; gap: 1rem 3.5rem; }
.sided > * { min-width: 0; }
.facts { padding: 1.2rem 1.3rem; background: var(--surface); border-radius: .75rem; font-size: .95rem; align-self: start; }
.facts > :last-child, .facts dl > dd:last-child, .facts dl > div:last-child dd { margin-bottom: 0; }
.facts h2, .facts dt { font: 600 .8rem var(--sans); color: var(--soft); margin: 0 0 .3rem; }
.facts dd { margin: 0 0 1rem; }

@media (min-width: 52rem) {
  .sided { grid-template-columns: minmax(0, 42rem) minmax(15rem, 18rem); justify-content: space-between; }
  .facts { order: 2; }
}

/* Small things */
.head { margin-bottom: 1.8rem; }
.head > :is(h1, p) { margin-block: 0 .5rem; }
.kicker { font-size: .95rem; font-weight: 600; }
.kicker a { text-decoration: none; }
.meta { color: var(--soft); font-size: .92rem; }
.meta a { color: inherit; text-decoration-color: var(--line); }
.meta a:hover { text-decoration-color: currentcolor; }
.count { white-space: nowrap; }
.with-logo { display: flex; flex-wrap: wrap; align-items: center; gap: 1.2rem; }
.with-logo h1, .with-logo p, .with-logo ul { margin: 0 0 .2rem; }
.with-logo > div { flex: 1 1 14rem; min-width: 0; }
.u-logo { border-radius: .75rem; }
.inline, .tags { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; list-style: none; }
.plain { padding: 0; list-style: none; }
.tags { gap: .5rem; margin: 2rem 0; font-size: .9rem; }
.tags :is(a, span) { display: inline-block; padding: .1rem .7rem; background: var(--surface); border-radius: 1rem; color: var(--ink); text-decoration: none; }
.tags a:hover { background: var(--line); }
.note { padding: .8rem 1.2rem; border-left: 4px solid var(--link); background: var(--surface); border-radius: 0 .5rem .5rem 0; }
ul.note { padding-left: 1.2rem; list-style: none; }
.badge { display: inline-block; padding: .1em .6em; border-radius: .3rem; background: var(--line); color: var(--ink); font: 600 .8rem/1.5 var(--sans); vertical-align: .1em; }
.badge.on { background: var(--link); color: var(--on-link); }
.badge.off { background: var(--ink); color: var(--paper); }
.button { display: inline-block; padding: .6rem 1.2rem; border-radius: .5rem; background: var(--link); color: var(--on-link); font-weight: 600; text-decoration: none; }
.button:hover { text-decoration: underline; }

/* Home */
.banner { display: block; width: 100%; aspect-ratio: 16/9; object-fit: cover; border-radius: .75rem; }
.intro { max-width: 46rem; font: 1.2rem/1.6 var(--serif); }
.intro h1 { margin-top: .9em; }

/* Lists of posts, events and communities */
.card { margin-bottom: 2.2rem; }
.card::after { content: ""; display: block; clear: both; }
.card > :is(h2, h3) { font-size: 1.35rem; margin: 0 0 .2rem; }
.card .meta { margin-bottom: .4rem; }
.card .p-summary { margin: 0; }
.thumb { float: right; width: 7rem; height: 5.25rem; margin: .3rem 0 .5rem 1.2rem; object-fit: cover; border-radius: .5rem; }
.tables { padding: 0; list-style: none; }
.tables li { display: flex; gap: 1rem; margin-bottom: 1.5rem; }
.tables li > div { min-width: 0; }
.tables :is(h2, h3) { margin: 0; font-size: 1.2rem; }
.tables p { margin: 0 0 .3rem; }
.tables img { flex: none; width: 4rem; height: 4rem; }

@media (min-width: 46rem) {
  .banner { aspect-ratio: 3/1; }
  .cards, .is-home .events, .is-events .events { display: grid; grid-template-columns: 1fr 1fr; gap: 0 3.5rem; }
  .is-home .tables, .is-communities .tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem 2.5rem; }
}

.event { display: flex; gap: 1.2rem; margin-bottom: 1.8rem; }
.event > div { min-width: 0; }
.event h3 { margin: 0 0 .1rem; }
.event p { margin: 0 0 .2rem; }
.tile { flex: none; width: 4.2rem; padding: .45rem 0; align-self: start; text-align: center; font-size: .85rem; line-height: 1.35; background: var(--surface); border-radius: .6rem; color: var(--soft); }
.tile span { display: block; }
.tile b { display: block; font: 700 1.7rem/1.1 var(--serif); color: var(--link); }
.is-off .tile b { color: var(--soft); text-decoration: line-through; }
.event.is-off .meta time { text-decoration: line-through; }
.states { display: flex; flex-wrap: wrap; gap: .4rem; }
.states:not(:has(> :not([hidden]))) { display: none; }
.as-of { margin-top: 1rem; }
section:has(> [data-next]):not(:has(> [data-next] > *)) { display: none; }
.facts .as-of { margin-top: .8rem; }
[hidden] { display: none !important; }
.lines { padding: 0; list-style: none; }
.lines li { display: flex; gap: 1rem; padding: .45rem 0; border-bottom: 1px solid var(--line); }
.lines time { flex: none; min-width: 4rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.lines li:last-child { border: 0; }
.lines small, .lines span > a { margin-right: .4rem; }
.lines small { white-space: nowrap; }
h3:has(+ .lines) { margin: 1rem 0 0; }

/* A month: a table, and on a phone a list of the days that have an event */
.calendar { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .92rem; }
.calendar caption { margin-bottom: .8rem; text-align: left; color: var(--soft); }
.calendar :is(th, td) { padding: .35rem .5rem; border: 1px solid var(--line); }
.calendar th { font: 600 .85rem var(--sans); color: var(--soft); }
.calendar td { height: 6.5rem; }
.calendar .out { background: var(--surface); }
.calendar ul { margin: .2rem 0 0; padding: 0; list-style: none; }
.calendar li { margin-bottom: .5rem; line-height: 1.35; hyphens: auto; }
.calendar li a { font-weight: 600; }
.calendar li small { display: block; }
.calendar td > time { font: 600 1rem var(--serif); color: var(--soft); }
.calendar td:not(.free) > time { color: var(--ink); }

@media (min-width: 46rem) {
  .calendar td > time span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
}

@media (max-width: 45.99rem) {
  .calendar, .calendar :is(caption, tbody, tr, td) { display: block; }
  .calendar thead, .calendar :is(.out, .free) { display: none; }
  .calendar td { height: auto; padding: .8rem 0; border: 0; border-bottom: 1px solid var(--line); }
}

.pager { display: grid; grid-template-columns: 1fr auto 1fr; gap: 1rem; margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.pager small { display: block; }
.pager span { grid-column: 2; grid-row: 1; }
.pager [rel=next] { grid-column: 3; grid-row: 1; text-align: right; }
.people { padding: 0; list-style: none; }
.people li { display: flex; align-items: center; gap: .8rem; margin-bottom: .8rem; }
.people p { margin: 0; }
.face { flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%; object-fit: cover; background: var(--line); text-align: center; font: 600 1.1rem/2.5rem var(--sans); color: var(--soft); }
.with-logo .face { width: 6rem; height: 6rem; }

/* What an author wrote */
.prose { display: flow-root; margin-bottom: 1.8rem; font: 1.125rem/1.65 var(--serif); }
.prose :is(h2, h3, h4) { line-height: 1.25; }
.markdown-heading { position: relative; }
.anchor { position: absolute; inset-block-end: 0; inset-inline-end: 100%; padding-inline: .25em; font: 1.125rem/1.5 var(--sans); color: var(--soft); text-decoration: none; opacity: 0; }
.anchor::before { content: "#"; }
.markdown-heading:hover .anchor, .anchor:focus-visible { opacity: 1; }
.prose img { display: block; margin-inline: auto; border-radius: .5rem; }
.prose li { margin-bottom: .3em; }
.prose blockquote { margin-inline: 0; padding-left: 1.2rem; border-left: 3px solid var(--link); color: var(--soft); }
.prose table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; font: .95rem/1.5 var(--sans); }
.prose hr { width: 6rem; margin: 2.5rem auto; border: 0; border-top: 1px solid var(--soft); }
figcaption { font: .9rem var(--sans); color: var(--soft); text-align: center; }
/* What WordPress's editors call these sides. */
.prose .aligncenter { margin-inline: auto; text-align: center; }
@media (min-width: 34rem) {
  .prose :is(.alignleft, .alignright) { max-width: 50%; margin-bottom: .6em; }
  .prose .alignleft { float: left; margin-right: 1.4rem; }
  .prose .alignright { float: right; margin-left: 1.4rem; }
  .prose :is(h2, h3, hr, table, pre) { clear: both; }
}
th, td { padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
:is(th, td):last-child { padding-right: 0; }
:is(th, td):not(:first-child):is([style*=right], [style*=center]) { padding-left: .9rem; }
td[style*=right] { font-variant-numeric: tabular-nums; }
.markdown-alert { --tone: var(--link); margin: 1.6em 0; padding: .8rem 1.2rem; border-left: 4px solid var(--tone); background: var(--surface); border-radius: 0 .5rem .5rem 0; }
.markdown-alert > :last-child { margin-bottom: 0; }
.markdown-alert-title { margin: 0 0 .2rem; font: 600 .9rem var(--sans); color: var(--tone); }
.markdown-alert-note { --tone: light-dark(#2a5d9f, #9dc3f2); }
.markdown-alert-tip { --tone: light-dark(#2c6e3f, #93d3a2); }
.markdown-alert-important { --tone: light-dark(#6b46a8, #cbb2f5); }
.markdown-alert-warning { --tone: light-dark(#8a5a00, #e8c06a); }
.markdown-alert-caution { --tone: light-dark(#a82a2a, #f2a3a0); }
li:has(> input[type=checkbox]:first-child, > p:first-child > input[type=checkbox]:first-child) { list-style: none; }
li > input[type=checkbox]:first-child, li > p:first-child > input[type=checkbox]:first-child {
  appearance: none;
  display: inline-grid;
  place-content: center;
  width: 1em;
  height: 1em;
  margin: 0 .25em 0 -1.5em;
  border: 1.5px solid var(--soft);
  border-radius: .2em;
  font: inherit;
  vertical-align: -.12em;
  print-color-adjust: exact;
}
li input[type=checkbox]:checked { background: var(--link); color: var(--on-link); }
li input[type=checkbox]:checked::before { content: "✓"; font: 700 .75em/1 var(--sans); }
sup { line-height: 0; }
.footnote-ref a, .footnote-backref { padding-inline: .15em; text-decoration: none; font-family: var(--sans); }
.footnotes { margin-top: 2.5rem; padding-top: 1.2rem; border-top: 1px solid var(--line); font-size: .9em; color: var(--soft); }
.footnotes ol { padding-left: 1.4em; }
.footnotes p { margin-bottom: .5em; }
:is(.footnotes li, .footnote-ref a):target { background: var(--mark); color: var(--ink); }
.schedule { width: 100%; border-collapse: collapse; }
.schedule td:first-child { width: 4.5rem; font-variant-numeric: tabular-nums; color: var(--soft); }
.schedule small { display: block; }
code, pre { font-family: var(--mono); font-size: .86em; }
code { padding: .1em .3em; background: var(--surface); border-radius: .25rem; }
pre { padding: 1rem 1.2rem; overflow-x: auto; background: var(--surface); border-radius: .5rem; line-height: 1.55; tab-size: 4; }
pre code { padding: 0; background: none; font-size: 1em; }
.toc { margin-bottom: 2rem; padding: .9rem 1.2rem; background: var(--surface); border-radius: .5rem; font-size: .95rem; }
.toc ul, .toc ol { margin: 0; padding-left: 1.1rem; }

/* The thread */
#comments { margin-top: 3.5rem; }
.thread, .comment + ol { padding: 0; list-style: none; }
.comment + ol { margin: 0 0 0 .3rem; padding-left: clamp(.7rem, 2.5vw, 1.6rem); border-left: 2px solid var(--line); }
.comment { margin-bottom: 1.2rem; padding: .9rem 1.1rem; border: 1px solid var(--line); border-radius: .75rem; }
.comment.is-author { background: var(--surface); }
.comment:target { background: var(--mark); border-color: var(--link); }
.comment header { display: flex; gap: .8rem; margin-bottom: .7rem; line-height: 1.4; }
.comment header p { margin: 0; min-width: 0; }
.comment .p-author { font-weight: 600; }
.comment .prose { margin: 0; font: inherit; }
.comment .prose > :last-child, .comment > p { margin-bottom: 0; }
.comment pre { background: var(--paper); border: 1px solid var(--line); }
.comment .face { padding: 0; }
svg.face path { stroke-width: 1.01; }
.reply { margin: .6rem 0 0; font-size: .92rem; }
.reply label { cursor: pointer; }
.reply input, #reply input[type=radio] { margin: 0 .45em 0 0; accent-color: var(--link); vertical-align: -.08em; }
.reply label:hover { text-decoration: underline; }
.reply label + a { display: none; margin-left: 1rem; font-weight: 600; }
.reply label:has(:checked) + a { display: inline; }
.comment:has(.reply :checked) { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#reply { margin: 2.5rem 0 1.5rem; padding: 1.2rem 1.3rem; background: var(--surface); border-radius: .75rem; }
#reply > :last-child, #reply form > :last-child { margin-bottom: 0; }
#reply h3 { margin: 0 0 .8rem; }
#reply label[for] { display: block; margin-bottom: .2rem; font-weight: 600; }
#reply label small { margin-left: .4rem; font-weight: 400; }
#reply :is(input:not([type=radio]), textarea) { width: 100%; padding: .55rem .7rem; border: 1px solid var(--soft); border-radius: .4rem; background: var(--paper); color: var(--ink); font: inherit; }
#reply input:not([type=radio]) { max-width: 26rem; }
#reply textarea { display: block; resize: vertical; }
#reply button { border: 0; font: inherit; font-weight: 600; cursor: pointer; }
#reply .trap { position: absolute; left: -99rem; }
.closed { color: var(--soft); font-style: italic; }

/* On a phone deep replies move over by less, or their lines would have two words each. */
@media (max-width: 34rem) {
  .comment + ol .comment + ol .comment + ol { margin-left: .1rem; padding-left: .35rem; }
  .comment + ol .comment + ol .comment { padding-inline: .75rem; }
}

@media print {
  :root { --paper: #fff; --surface: #fff; --ink: #000; --soft: #333; --link: #000; --line: #bbb; }
  header.site nav, footer.site, .pager, .skip, .button, .reply, #reply { display: none; }
  body { max-width: none; padding: 0; }
  pre { white-space: pre-wrap; border: 1px solid var(--line); }
  .comment, pre, img, .event, .card { break-inside: avoid; }
  .prose a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .85em; }
}

"""##
    ),
  ]
}
