"""Makes templates and data at random, renders them with Jinja, and prints both as JSON.

usage: jinja_cases.py SEED COUNT

The output is a list of objects as in shared/conformance/jinja.json: name, templates, main, context,
and expect, which is {"output": text} or {"error": kind}.
"""

import copy
import gc
import json
import random
import re
import sys

import jinja2


class U(jinja2.StrictUndefined):
    """The contract's undefined value: strict but in a truth test."""

    __bool__ = jinja2.Undefined.__bool__


class CommonCode(jinja2.BytecodeCache):
    """Keeps the code of the template that every case has alike, so that it is compiled once."""

    def __init__(self):
        self.code = {}
        self.common = self.get_cache_key("lib")

    def load_bytecode(self, bucket):
        bucket.code = self.code.get(bucket.checksum) if bucket.key == self.common else None

    def dump_bytecode(self, bucket):
        if bucket.key == self.common:
            self.code[bucket.checksum] = bucket.code


class Oracle:
    """One environment for all cases; nearly all time that is left is Jinja's own compiling."""

    def __init__(self):
        self.templates = {}
        self.environment = jinja2.Environment(
            loader=jinja2.DictLoader(self.templates),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.loopcontrols"],
            undefined=U,
            auto_reload=False,
            bytecode_cache=CommonCode(),
        )

    def using(self, templates):
        """The environment with these templates; nothing of the last case's is left."""
        self.templates.clear()
        self.templates.update(templates)
        self.environment.cache.clear()
        return self.environment


def reachable(templates, main):
    """The names of the templates that the main one may come to, judged by the quoted names in them."""
    found = [main]
    for name in found:
        text = templates[name]
        found += [other for other in templates if other not in found and f"'{other}'" in text]
    return found


def expected(jinja, templates, main, context):
    """What Jinja makes of it; None where only Python could give the same."""
    try:
        for name in reachable(templates, main):
            jinja.get_template(name)
    except jinja2.TemplateSyntaxError:
        pass
    except SyntaxError:
        return {"error": "syntax"}
    except Exception:
        # Jinja computes constant expressions when it compiles, and lets some of their errors out.
        return None
    try:
        # Some filters change the lists that they are given (`indent` adds to them).
        output = jinja.get_template(main).render(copy.deepcopy(context))
    except jinja2.UndefinedError:
        return {"error": "undefined"}
    except jinja2.TemplateSyntaxError:
        return {"error": "syntax"}
    except jinja2.TemplateNotFound:
        return {"error": "not-found"}
    except (RecursionError, MemoryError):
        return None
    except Exception:
        return {"error": "runtime"}
    # What names a Python object, or has an integer beyond 128 bits, can't be expected of anybody else.
    if len(output) > 20000 or re.search(r"object (sync_|do_)|object at|built-in|&lt;(class|function|bound|Macro|Loop|jinja2)|\d{30}", output):
        return None
    if re.search(r"<(class|function|bound|Macro|Loop|jinja2|generator)", output):
        return None
    return {"output": output}


TEXTS = [
    "", "a", "foo", "Foo Bar", "<b>bold</b>", "it's & \"so\"", "ünï cödé", "  padded  ", "a,b,c",
    "line one\nline two\n\nline four", "see http://example.com/a?b=1 (or mail a@b.org).", "42", "3.5",
    "-7", "0x1f", "x" * 30, "the quick brown fox jumps over the lazy dog", "日本語", "%s and %d", "tab\there",
    "snake_case-and-dash", "ALL CAPS", "<!-- c --> &amp; <i>x</i>",
]
NUMBERS = [0, 1, 2, 3, 5, 7, 10, 42, -1, -3, 100, 1.5, 2.0, -0.5, 3.14159, 1e20, 0.1, 1e-7, 1000000]
ATTRIBUTES = ["name", "size", "tags", "child", "url", "items_", "missing_attr"]


class Generator:
    def __init__(self, rng):
        self.rng = rng
        self.templates = {}
        self.context = {}
        self.names = []
        self.macros = []
        self.loops = 0
        self.in_loop = 0

    def pick(self, *options):
        return self.rng.choice(options)

    def chance(self, share):
        return self.rng.random() < share

    # Data

    def datum(self, depth=0):
        kind = self.rng.randrange(10)
        if kind < 3 or depth > 2:
            return self.rng.choice(TEXTS)
        if kind < 6:
            return self.rng.choice(NUMBERS)
        if kind == 6:
            return self.pick(True, False, None)
        if kind == 7:
            return {key: self.datum(depth + 1) for key in self.rng.sample(ATTRIBUTES, self.rng.randint(0, 4))}
        if kind == 8:
            return [self.datum(depth + 1) for _ in range(self.rng.randint(0, 4))]
        element = self.pick(lambda: self.rng.choice(NUMBERS[:12]), lambda: self.rng.choice(TEXTS), self.record)
        return [element() for _ in range(self.rng.randint(0, 5))]

    def record(self):
        return {
            "name": self.rng.choice(TEXTS[:8]),
            "size": self.rng.choice(NUMBERS[:12]),
            "tags": self.rng.sample(["x", "Y", "z", "w"], self.rng.randint(0, 3)),
            "child": [{"name": "kid", "child": [], "size": 1}] if self.chance(0.5) else [],
        }

    def make_context(self):
        for name in ["a", "b", "c", "d", "e"]:
            if self.chance(0.95):
                self.context[name] = self.rng.choice(TEXTS) if name == "a" else self.datum()
        self.context["nums"] = [self.rng.choice(NUMBERS[:12]) for _ in range(self.rng.randint(0, 6))]
        self.context["words"] = [self.rng.choice(TEXTS) for _ in range(self.rng.randint(0, 5))]
        self.context["people"] = [self.record() for _ in range(self.rng.randint(0, 4))]
        self.context["text"] = self.rng.choice(TEXTS)
        self.context["n"] = self.rng.choice(NUMBERS[:12])
        self.context["t2"] = self.rng.choice(TEXTS)
        if not self.context["people"] and self.chance(0.8):
            self.context["people"] = [self.record()]
        if not self.context["nums"] and self.chance(0.8):
            self.context["nums"] = [1, 2, 2]
        self.names = ["a", "b", "c", "d", "e", "nums", "words", "people", "text", "n"]

    # Expressions, mostly of the type that their place needs

    def quoted(self, text):
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"

    def expression(self, depth=0):
        if self.chance(0.05):
            return self.wild(depth)
        return self.pick(self.number, self.text, self.text, self.items, self.truth, self.record_part)(depth)

    def wild(self, depth):
        """Something of any type, which may not be there."""
        return self.pick(
            "undefined_name", "n.missing_attr", "people[7]", "none", "(1, 2)", "()", "{'k': 1, 2: 'b'}", "a", "b", "c", "d", "e", "e",
            f"({self.expression(depth + 1)} if {self.truth(depth + 1)})", "a.name", "b[0]", "[]", "{}", "words|first", "nums|last", "nums|max",
            f"({self.number(2)} {self.pick('<', '==', 'in', '+', '*')} {self.text(2)})", f"{self.items(2)}|{self.pick('upper', 'int', 'abs', 'trim')}",
        )

    def number(self, depth=0):
        if depth > 3 or self.chance(0.3):
            options = ["n", "n", repr(self.rng.choice(NUMBERS[:17])), str(self.rng.randint(0, 9))]
            if self.in_loop:
                options += [f"loop.{self.pick('index', 'index0', 'length', 'revindex', 'revindex0', 'depth', 'depth0')}"] * 2
            return self.rng.choice(options)
        num, text, items = (lambda: self.number(depth + 1)), (lambda: self.text(depth + 1)), (lambda: self.items(depth + 1))
        return self.pick(
            lambda: f"({num()} {self.pick('+', '-', '*', '+', '-')} {num()})", lambda: f"({num()} {self.pick('/', '//', '%')} {self.pick(2, 3, 0.5, -4, num())})",
            lambda: f"({num()} ** {self.pick(2, 3, 0, '-1')})", lambda: f"(-{num()})", lambda: f"{items()}|{self.pick('length', 'count')}",
            lambda: f"{text()}|{self.pick('length', 'wordcount', 'int', 'float', 'int(5)', 'int(0, 16)', 'float(1.5)')}",
            lambda: f"({num()})|{self.pick('abs', 'round', 'int', 'float', 'round(1)', 'round(2)', 'round(-1)')}",
            lambda: f"({num()})|round(1, {self.pick(repr('ceil'), repr('floor'), repr('common'))})",
            lambda: f"nums|{self.pick('sum', 'min', 'max', 'first', 'last', 'sum(start=5)')}", lambda: f"people|{self.pick('sum(attribute=' + repr('size') + ')', 'map(attribute=' + repr('size') + ')|sum')}",
            lambda: f"({num()} if {self.truth(depth + 1)} else {num()})", lambda: f"{self.pick('nums', 'people')}|length",
            lambda: f"nums[{self.pick(0, -1, 1)}]", lambda: f"({num()}, {num()})|{self.pick('max', 'min', 'sum')}",
        )()

    def text(self, depth=0):
        if depth > 3 or self.chance(0.2):
            return self.pick("text", "text", self.quoted(self.rng.choice(TEXTS)), self.quoted(self.rng.choice(TEXTS)), "a", "t2")
        num, text, items = (lambda: self.number(depth + 1)), (lambda: self.text(depth + 1)), (lambda: self.items(depth + 1))
        small = self.rng.randint(0, 9)
        return self.pick(
            lambda: f"{text()}|{self.text_filter(depth)}", lambda: f"{text()}|{self.text_filter(depth)}", lambda: f"{text()}|{self.text_filter(depth)}|{self.text_filter(depth)}",
            lambda: f"({text()} ~ {self.expression(depth + 1)})", lambda: f"({text()} + {text()})", lambda: f"({text()} * {self.rng.randint(0, 3)})",
            lambda: f"({text()} ~ {num()} ~ {text()})", lambda: f"{items()}|join({self.pick('', repr(', '), text())})",
            lambda: f"people|join({self.pick(repr('-'), repr('<br>'))}, attribute='name')", lambda: f"({num()})|{self.pick('string', 'filesizeformat', 'filesizeformat(true)')}",
            lambda: f"({text()}){self.pick('[0]', '[-1]', '[1:]', '[:3]', '[::-1]', '[1:5:2]', '[-3:]', '[5:1:-2]')}",
            lambda: f"({text()} if {self.truth(depth + 1)} else {text()})", lambda: f"{self.expression(depth + 1)}|{self.pick('tojson', 'pprint', 'string', 'tojson(2)', 'escape', 'forceescape')}",
            lambda: f"({text()} or {text()})", lambda: f"({text()} and {text()})", lambda: self.call(),
            lambda: f"{self.pick(repr('%s-%s'), repr('<%s> %r'), repr('%5s|%-5s'))}|format({text()}, {self.expression(depth + 1)})",
            lambda: f"{self.pick(repr('%d'), repr('%05.1f'), repr('%+d %%'), repr('%x'), repr('%e'), repr('%g'), repr('%.3s'))}|format({num()})",
            lambda: f"('%s:%d' % ({text()}, {num()}))", lambda: f"{self.quoted(self.rng.choice(TEXTS))}|safe", lambda: f"words|{self.pick('first', 'last', 'max', 'min')}|default('x')",
            lambda: f"{self.wild(depth)}|default({text()})", lambda: f"{self.wild(depth)}|default({text()}, true)", lambda: f"{text()}|{self.pick('first', 'last')}|default('q')",
            lambda: f"{text()}|truncate({small + 3}{self.pick('', ', true', ', false, ' + repr('~'), ', true, ' + repr('<'), ', leeway=0')})",
            lambda: f"{text()}|wordwrap({small + 1}{self.pick('', ', false', ', true, ' + repr('|'), ', break_on_hyphens=false')})", lambda: f"{text()}|indent({small}, {self.pick('true', 'false')}, {self.pick('true', 'false')})",
            lambda: "{'id': n, 'title': text, 'no': none, 'x<y': 1}|xmlattr" + self.pick("", "(false)"), lambda: f"people[0]{self.pick('.name', '[' + repr('name') + ']', '.tags')}",
            lambda: f"{self.pick('nums', 'words', 'people[0]', 'people', text())}|urlencode", lambda: f"{text()}|urlize({self.pick('', '9', 'nofollow=true', 'target=' + repr('_blank'), 'rel=' + repr('x y'))})",
        )()

    def text_filter(self, depth):
        return self.pick(
            "upper", "lower", "title", "capitalize", "trim", "e", "escape", "safe", "striptags", "urlencode", "reverse", "center(12)", "center", "string", "forceescape", "urlize",
            "trim('ax ')", f"replace('o', {self.text(depth + 2)})", "replace('a', '<b>', 1)", "replace('', '-')", "indent", "indent('> ', blank=true)", "list|join('.')",
            "default('x')", "truncate(10)", "wordwrap(12)", "wordcount|string", "unique|join", "sort|join", "batch(3)|map('join')|join('/')", "slice(3)|map('join')|join('/')",
            "replace('<', '&lt;'|safe)", "first|default('')", "map('upper')|join", "select('in', 'aeiou')|join", "attr('x')|default('none')",
        )

    def items(self, depth=0):
        if depth > 3 or self.chance(0.25):
            return self.pick("nums", "words", "people", "[1, 2, 3]", "['b', 'A', 'c']", "range(4)", "d", "people[0].tags", "('x', 'y')")
        num, text, items = (lambda: self.number(depth + 1)), (lambda: self.text(depth + 1)), (lambda: self.items(depth + 1))
        small = self.rng.randint(1, 4)
        return self.pick(
            lambda: f"[{', '.join(self.expression(depth + 1) for _ in range(self.rng.randint(0, 3)))}]", lambda: f"nums|{self.pick('sort', 'sort(reverse=true)', 'unique|list', 'reverse|list', 'list')}",
            lambda: f"words|{self.pick('sort', 'sort(case_sensitive=true)', 'sort(reverse=true)', 'unique|list', 'map(' + repr('upper') + ')|list', 'map(' + repr('length') + ')|list', 'map(' + repr('trim') + ')|sort')}",
            lambda: f"people|{self.pick('map(attribute=' + repr('name') + ')|list', 'selectattr(' + repr('tags') + ')|list', 'rejectattr(' + repr('size') + ', ' + repr('odd') + ')|list', 'sort(attribute=' + repr('size') + ')', 'sort(attribute=' + repr('size,name') + ', reverse=true)', 'groupby(' + repr('size') + ')', 'groupby(' + repr('name') + ', default=' + repr('?') + ')', 'selectattr(' + repr('size') + ', ' + repr('gt') + ', 2)|list', 'map(attribute=' + repr('child.0.name') + ', default=' + repr('-') + ')|list', 'unique(attribute=' + repr('size') + ')|list')}",
            lambda: f"{items()}|{self.pick('batch', 'slice')}({small}{self.pick('', ', 0', ', ' + repr('f'))})|list", lambda: f"({items()})[{self.pick('1:', ':2', '::-1', '::2', '-2:', '5:1:-2', '1:3')}]",
            lambda: f"nums|{self.pick('select', 'reject')}({self.pick('', repr('odd'), repr('even'), repr('gt') + ', 2', repr('divisibleby') + ', 3', repr('in') + ', [1, 2]')})|list",
            lambda: f"range({self.pick('n|int|abs % 20', '0', '1, 9, 3', '5, 0, -1', '3')}){self.pick('', '|list')}", lambda: f"({items()}|list + {items()}|list)", lambda: f"{text()}|list",
            lambda: f"dict(x={num()}, y={text()})|{self.pick('dictsort', 'dictsort(reverse=true)', 'items|list', 'list')}", lambda: f"people[0]|{self.pick('dictsort', 'items|list', 'list', 'dictsort(false, ' + repr('key') + ')')}",
            lambda: f"([{num()}, {num()}] * {self.rng.randint(0, 2)})", lambda: f"{items()}|{self.pick('list', 'map(' + repr('string') + ')|list', 'map(' + repr('default') + ', 1)|list', 'reverse|list', 'select|list', 'reject(' + repr('none') + ')|list')}",
        )()

    def truth(self, depth=0):
        if depth > 3 or self.chance(0.1):
            return self.pick("true", "false", "n", "text", "a", "b", "nums", "people", "loop.first" if self.in_loop else "c", "loop.last" if self.in_loop else "d", "undefined_name")
        num, text, items, truth = (lambda: self.number(depth + 1)), (lambda: self.text(depth + 1)), (lambda: self.items(depth + 1)), (lambda: self.truth(depth + 1))
        return self.pick(
            lambda: f"({num()} {self.pick('<', '<=', '>', '>=', '==', '!=')} {num()})", lambda: f"({text()} {self.pick('==', '!=', '<', 'in', 'not in')} {text()})",
            lambda: f"({num()} < {num()} <= {num()})", lambda: f"(not {truth()})", lambda: f"({truth()} {self.pick('and', 'or')} {truth()})", lambda: f"({self.expression(depth + 1)} in {items()}|list)",
            lambda: f"({self.expression(depth + 1)} is {self.pick('', 'not ')}{self.kind_test()})", lambda: f"({num()} is {self.pick('odd', 'even', 'divisibleby(3)', 'divisibleby 2', 'gt(2)', 'lessthan 3', 'eq 3', 'in [1, 2]')})",
            lambda: f"({text()} is {self.pick('lower', 'upper', 'in words', 'eq ' + repr('a'), 'filter', 'test')})", lambda: f"({self.expression(depth + 1)} == {self.expression(depth + 1)})",
            lambda: f"({self.wild(depth)} is {self.pick('defined', 'undefined', 'not defined', 'none')})",
        )()

    def kind_test(self):
        return self.pick(
            "defined", "undefined", "none", "string", "number", "integer", "float", "boolean", "mapping", "sequence", "iterable", "true", "false", "escaped", "callable",
            "sameas(none)", "sameas true", "sameas false", "eq(n)", "ne(text)", "equalto 3",
        )

    def record_part(self, depth=0):
        return self.pick(
            "people[0].name", "people[0]['size']", "people[-1].child", "people[0].tags[0]", "people|first", "(people|last).name", "b.name", "dict(x=n, y=text)", "{'k': text, 'n': n}",
            "(people|groupby('size'))[0]", "(people|groupby('name')|first).list", "people[0]", "people|map(attribute='size')|list", "b", "c",
            "item" if self.in_loop else "n", "item" if self.in_loop else "d", "key" if self.in_loop else "text",
        )

    def call(self):
        if not self.macros:
            return "text"
        macro, count = self.rng.choice(self.macros)
        arguments = [self.expression(3) for _ in range(count if self.chance(0.7) else self.rng.randint(0, count))]
        if self.chance(0.1):
            arguments.append(f"{self.pick('p0', 'p1', 'p2', 'x')}={self.expression(3)}")
        return f"{macro}({', '.join(arguments)})"

    # Statements

    def space(self):
        return self.pick("", "", "", "", "-", "+", "-")

    def tag(self, body):
        left = self.pick("", "", "", "", "", "-", "+")
        right = self.pick("", "", "", "", "", "-", "+")
        return "{%" + left + " " + body + " " + right + "%}"

    def gap(self):
        return self.pick("", "", " ", "\n", "\n  ", "\n\n", "  ", "text ", "<p>", "</p>\n", "a b", "\t")

    def body(self, depth):
        parts = []
        for _ in range(self.pick(1, 1, 2, 3) if depth else self.pick(1, 2, 3)):
            parts.append(self.gap())
            parts.append(self.statement(depth))
        parts.append(self.gap())
        return "".join(parts)

    def output(self):
        sign = self.pick("", "", "", "", "-")
        return "{{" + sign + " " + self.expression() + " " + self.pick("", "", "", "-") + "}}"

    def statement(self, depth):
        if depth > 2:
            return self.output()
        kind = self.rng.randrange(24)
        if kind < 8:
            return self.output()
        if kind < 11:
            return self.condition(depth)
        if kind < 15:
            return self.loop(depth)
        if kind == 15:
            return self.assignment(depth)
        if kind == 16:
            return self.tag(f"with {self.pick('a', 'v', 'item')} = {self.expression(1)}, w = {self.expression(2)}") + self.body(depth + 1) + self.tag("endwith")
        if kind == 17:
            filters = self.pick("upper", "trim", "escape", "replace('a', '<')", "title|trim", "indent(2)", "wordcount", "length", "safe", "striptags")
            return self.tag(f"filter {filters}") + self.body(depth + 1) + self.tag("endfilter")
        if kind == 18:
            return self.tag(f"autoescape {self.pick('true', 'false', 'n', 'not n')}") + self.body(depth + 1) + self.tag("endautoescape")
        if kind == 19:
            return self.macro(depth)
        if kind == 20:
            return self.call_block(depth)
        if kind == 21:
            return self.pick("{# comment #}", "{#- tight -#}", "{% raw %}{{ raw }} {% x %}{% endraw %}", "{%- raw -%} {{ r }} {%- endraw -%}\n", "{# two\nlines #}\n")
        if kind == 22 and self.in_loop:
            return self.tag(f"if {self.truth(2)}") + self.tag(self.pick("break", "continue")) + self.tag("endif")
        if kind == 23:
            return self.include()
        return self.output()

    def condition(self, depth):
        text = self.tag(f"if {self.truth(1)}") + self.body(depth + 1)
        for _ in range(self.pick(0, 0, 1, 2)):
            text += self.tag(f"elif {self.truth(1)}") + self.body(depth + 1)
        if self.chance(0.5):
            text += self.tag("else") + self.body(depth + 1)
        return text + self.tag("endif")

    def loop(self, depth):
        target, iterable = self.pick(
            ("item", self.pick("nums", "words", "people", "a", "b", "range(4)", "text", "nums|select('odd')", "words|map('upper')", "people|sort(attribute='size')")),
            ("item", self.items(1)),
            ("key, item", self.pick("people[0]|items", "people|groupby('size')", "dict(x=1, y=2)|dictsort", "[(1, 2), (3, 4)]", "a|items")),
        )
        test = f" if {self.truth(2)}" if self.chance(0.2) else ""
        recursive = self.chance(0.12)
        if recursive:
            target, iterable, test = "item", "people", self.pick("", " if item.size")
        self.in_loop += 1
        body = self.body(depth + 1)
        if recursive:
            body += "{{ loop.depth }}{{ loop(item.child) }}"
        if self.chance(0.2):
            body += self.pick("{{ loop.cycle('x', 'y') }}", "{{ loop.changed(item) }}", "{{ loop.previtem|default('none') }}", "{{ loop.nextitem is defined }}")
        self.in_loop -= 1
        text = self.tag(f"for {target} in {iterable}{test}{' recursive' if recursive else ''}") + body
        if self.chance(0.25):
            text += self.tag("else") + self.body(depth + 1)
        return text + self.tag("endfor")

    def assignment(self, depth):
        name = self.pick("v", "a", "b", "item", "w")
        kind = self.rng.randrange(5)
        if kind == 0:
            filters = self.pick("", " | upper", " | trim | length", " | replace('a', '<')")
            return self.tag(f"set {name}{filters}") + self.body(depth + 1) + self.tag("endset") + "{{ " + name + " }}"
        if kind == 1:
            other = "u" if name == "w" else "w"  # which of two equal names wins differs between Pythons
            return self.tag(f"set {name}, {other} = {self.pick('1, 2', 'nums', 'people[0].tags', '(text, n)')}") + "{{ " + name + " }}"
        if kind == 2:
            return self.tag(f"set ns = namespace(v={self.expression(2)})") + self.tag(f"for item in nums") + self.tag("set ns.v = item") + self.tag("endfor") + "{{ ns.v }}"
        return self.tag(f"set {name} = {self.expression(1)}") + self.pick("", "{{ " + name + " }}")

    def macro(self, depth):
        name = f"m{len(self.macros)}"
        count = self.rng.randint(0, 3)
        parameters = [f"p{index}" for index in range(count)]
        defaults = self.rng.randint(0, count)
        shown = [p if i < count - defaults else f"{p}={self.expression(3)}" for i, p in enumerate(parameters)]
        saved, self.names, self.in_loop, loops = self.names, self.names + parameters * 2, 0, self.in_loop
        body = self.body(depth + 1)
        self.names, self.in_loop = saved, loops
        if self.chance(0.2):
            body += self.pick("{{ varargs }}", "{{ kwargs }}", "{{ caller is defined }}")
        text = self.tag(f"macro {name}({', '.join(shown)})") + body + self.tag("endmacro")
        if depth == 0:
            self.macros.append((name, count))
        return text + "{{ " + name + "(" + ", ".join(self.expression(3) for _ in range(count)) + ") }}"

    def call_block(self, depth):
        name = f"c{self.rng.randrange(1000)}"
        text = self.tag(f"macro {name}(p0='d')") + "[{{ caller(" + self.pick("", "p0", "1, 2") + ") }}|{{ p0 }}]" + self.tag("endmacro")
        signature = self.pick("", "(x)", "(x=3)")
        return text + self.tag(f"call{signature} {name}({self.pick('', self.expression(3))})") + self.body(depth + 1) + self.tag("endcall")

    def include(self):
        return self.pick(
            self.tag("include 'part'"), self.tag("include ['nothing', 'part']"), self.tag("include 'nothing' ignore missing"),
            self.tag("import 'lib' as lib") + "{{ lib.hello(n) }}",
            self.tag("from 'lib' import hello as hi, value") + "{{ hi(text) }}{{ value }}", self.tag("from 'lib' import hello with context") + "{{ hello('x') }}",
            self.tag("import 'lib' as lib with context") + "{{ lib.value }}{{ lib.hello() }}",
        )

    # Templates

    def make(self):
        self.make_context()
        self.templates["part"] = "(" + self.body(2) + ")"
        self.templates["lib"] = "{% macro hello(who='me') %}hi {{ who }}{{ n is defined }}{% endmacro %}{% set value = [1, 2] %}{% set _hidden = 1 %}"
        if self.chance(0.25):
            base = self.body(1) + "{% block one %}" + self.body(1) + "{% endblock %}|" + self.tag("for item in nums")
            base += "{% block two scoped %}" + self.body(2) + "{% endblock %}" + self.tag("endfor") + "{{ self.one() }}"
            self.templates["base"] = base
            self.macros = []
            child = "{% extends 'base' %}" + self.pick("", "{% set a = 5 %}", self.body(1))
            child += "{% block " + self.pick("one", "two") + " %}" + self.body(1) + self.pick("", "{{ super() }}") + "{% endblock %}"
            self.templates["main"] = child
        else:
            self.templates["main"] = self.body(0) + (self.tag("include 'part' without context") if self.chance(0.05) else "")


def cases(seed, count):
    oracle = Oracle()
    made = 0
    number = 0
    while made < count:
        generator = Generator(random.Random(f"{seed}/{number}"))
        generator.make()
        number += 1
        if number % 500 == 0:
            gc.collect()
        expect = expected(oracle.using(generator.templates), generator.templates, "main", generator.context)
        if expect is None:
            continue
        made += 1
        yield {
            "name": f"{seed}/{number - 1}", "templates": generator.templates, "main": "main",
            "context": generator.context, "expect": expect,
        }


if __name__ == "__main__":
    # Looking for garbage in syntax trees that are still in use is time lost; `cases` looks between them.
    gc.disable()
    json.dump(list(cases(sys.argv[1], int(sys.argv[2]))), sys.stdout)
