import Testing

@Test func `a tag is told`() {
  #expect(
    faults(of: "when: !!timestamp 2026-01-01\n")
      == #"""
      a.yml:1:7: error: tags such as `!!timestamp` are not read
        |
      1 | when: !!timestamp 2026-01-01
        |       ^^^^^^^^^^^
        = help: remove it, or put the value in quotes if it is meant as text

      """#
  )
}

@Test func `an exclamation mark before a value is told`() {
  #expect(
    faults(of: "title: !Hello World\n")
      == #"""
      a.yml:1:8: error: tags such as `!Hello` are not read
        |
      1 | title: !Hello World
        |        ^^^^^^
        = help: remove it, or put the value in quotes if it is meant as text

      """#
  )
}

@Test func `an undefined tag handle is told`() {
  #expect(
    faults(of: "title: !a!b c\n")
      == #"""
      a.yml:1:8: error: tags such as `!a!b` are not read
        |
      1 | title: !a!b c
        |        ^^^^
        = help: remove it, or put the value in quotes if it is meant as text

      """#
  )
}

@Test func `an anchor is told`() {
  #expect(
    faults(of: "a: &x 1\nb: 2\n")
      == #"""
      a.yml:1:4: error: anchors such as `&x` are not read
        |
      1 | a: &x 1
        |    ^^
        = help: remove it, or put the value in quotes if it is meant as text

      """#
  )
}

@Test func `an alias is told`() {
  #expect(
    faults(of: "a: 1\nb: *x\n")
      == #"""
      a.yml:2:4: error: aliases such as `*x` are not read
        |
      2 | b: *x
        |    ^^
        = help: write the value out, or put it in quotes if it is meant as text

      """#
  )
}

@Test func `a merge key is told`() {
  #expect(
    faults(of: "a:\n  <<: {b: c}\n")
      == #"""
      a.yml:2:3: error: merge keys are not read
        |
      2 |   <<: {b: c}
        |   ^^
        = help: write the keys out, or put `<<` in quotes if it is a name

      """#
  )
}

@Test func `a second document is told`() {
  #expect(
    faults(of: "a: b\n---\nc: d\n")
      == #"""
      a.yml:2:1: error: a block holds one YAML document
        |
      2 | ---
        | ^^^ begins a second one
        = help: remove this line and what follows it, or move that to a file of its own

      """#
  )
}

@Test func `a directive is told`() {
  #expect(
    faults(of: "%YAML 1.1\n---\na: b\n")
      == #"""
      a.yml:1:1: error: directives such as `%YAML` are not read
        |
      1 | %YAML 1.1
        | ^^^^^^^^^
        = help: remove the line

      """#
  )
}

@Test func `an unknown directive is told`() {
  #expect(
    faults(of: "a: b\n%foo\nc: d\n")
      == #"""
      a.yml:2:1: error: directives such as `%YAML` are not read
        |
      2 | %foo
        | ^^^^
        = help: remove the line

      """#
  )
}

@Test func `a duplicate key is told`() {
  #expect(
    faults(of: "title: a\ndate: b\ntitle: c\n")
      == #"""
      a.yml:3:1: error: duplicate key `title`
        |
      3 | title: c
        | ^^^^^ first given on line 1
        = help: keep one of them
      read as \#(tree(of: "title: a\ndate: b\n"))
      """#
  )
}

@Test func `a list as a key is told`() {
  #expect(
    faults(of: "[a, b]: c\n")
      == #"""
      a.yml:1:1: error: a key is a text, not a list or a mapping
        |
      1 | [a, b]: c
        | ^^^^^^
        = help: put it in quotes if it is meant as text

      """#
  )
}

@Test func `a mapping as a key is told`() {
  #expect(
    faults(of: "{a: b}: c\nd: e\n")
      == #"""
      a.yml:1:1: error: a key is a text, not a list or a mapping
        |
      1 | {a: b}: c
        | ^^^^^^
        = help: put it in quotes if it is meant as text

      """#
  )
}

@Test func `a control character is told`() {
  #expect(
    faults(of: "a: \u{1}b\n")
      == #"""
      a.yml:1:4: error: YAML can't hold the control character U+0001
        |
      1 | a: �b
        |    ^
        = help: remove it

      """#
  )
}

@Test func `emoji before a fault move no caret`() {
  #expect(
    faults(of: "title: 🎉 party 🎉: yes\n")
      == #"""
      a.yml:1:17: error: `: ` can't stand inside a value without quotes
        |
      1 | title: 🎉 party 🎉: yes
        |                   ^
        = help: put the value in quotes

      """#
  )
}

@Test func `a byte order mark and CR LF move no caret`() {
  #expect(
    faults(of: "\u{FEFF}a: é\r\nb: c: d\r\n")
      == #"""
      a.yml:2:5: error: `: ` can't stand inside a value without quotes
        |
      2 | b: c: d
        |     ^
        = help: put the value in quotes

      """#
  )
}

@Test func `faults of several entries are told in one run`() {
  #expect(
    faults(of: "a: @x\nb: 1\nc: 'x' y\nd: &z 1\ne: e: e\n")
      == #"""
      a.yml:1:4: error: a value without quotes can't begin with `@`
        |
      1 | a: @x
        |    ^
        = help: put the value in quotes
      a.yml:3:8: error: nothing stands behind a quote that closes
        |
      3 | c: 'x' y
        |        ^
        = help: write `''` for a quote inside single quotes, or put the whole value in double quotes
      a.yml:4:4: error: anchors such as `&z` are not read
        |
      4 | d: &z 1
        |    ^^
        = help: remove it, or put the value in quotes if it is meant as text
      a.yml:5:5: error: `: ` can't stand inside a value without quotes
        |
      5 | e: e: e
        |     ^
        = help: put the value in quotes

      """#
  )
}

@Test func `faults of several comments are told in one run`() {
  #expect(
    faults(of: "- id: 1\n  author: @a\n- id: 2\n  author: \"b\" c\n- id: 3\n  id: 4\n")
      == #"""
      a.yml:2:11: error: a value without quotes can't begin with `@`
        |
      2 |   author: @a
        |           ^
        = help: put the value in quotes
      a.yml:4:15: error: nothing stands behind a quote that closes
        |
      4 |   author: "b" c
        |               ^
        = help: write `\"` for a quote inside double quotes, or put the whole value in single quotes
      a.yml:6:3: error: duplicate key `id`
        |
      6 |   id: 4
        |   ^^ first given on line 5
        = help: keep one of them

      """#
  )
}
