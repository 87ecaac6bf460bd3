import Testing

@Test func `a second colon in a plain value is told`() {
  #expect(
    faults(of: "title: Swift: a language\n")
      == #"""
      a.yml:1:13: error: `: ` can't stand inside a value without quotes
        |
      1 | title: Swift: a language
        |             ^
        = help: put the value in quotes

      """#
  )
}

@Test func `a missing space behind a colon is told`() {
  #expect(
    faults(of: "title:Foo\ndate: 2026-01-01\n")
      == #"""
      a.yml:1:6: error: a space stands between a key's colon and its value
        |
      1 | title:Foo
        |      ^ no space behind it
        = help: write `title: …`

      """#
  )
}

@Test func `a colon without a space deeper down is told`() {
  #expect(
    faults(of: "venue:\r\n  name:Hall\r\n  city: Boston\r\n")
      == #"""
      a.yml:2:7: error: a space stands between a key's colon and its value
        |
      2 |   name:Hall
        |       ^ no space behind it
        = help: write `name: …`

      """#
  )
}

@Test func `a line without a colon is told`() {
  #expect(
    faults(of: "title: x\nfoo\ndate: y\n")
      == #"""
      a.yml:2:1: error: a line of a mapping is `key: value`
        |
      2 | foo
        | ^^^ no `: ` here
        = help: add the colon and a space, or indent the line if it continues the one above

      """#
  )
}

@Test func `a first line without a colon is told`() {
  #expect(
    faults(of: "Swift night\ndate: x\n")
      == #"""
      a.yml:1:1: error: a line of a mapping is `key: value`
        |
      1 | Swift night
        | ^^^^^^^^^^^ no `: ` here
        = help: add the colon and a space, or indent the line if it continues the one above

      """#
  )
}

@Test func `an at sign before a plain value is told`() {
  #expect(
    faults(of: "author: @jess\n")
      == #"""
      a.yml:1:9: error: a value without quotes can't begin with `@`
        |
      1 | author: @jess
        |         ^
        = help: put the value in quotes

      """#
  )
}

@Test func `a backtick before a plain value is told`() {
  #expect(
    faults(of: "title: `code` here\n")
      == #"""
      a.yml:1:8: error: a value without quotes can't begin with a backtick
        |
      1 | title: `code` here
        |        ^
        = help: put the value in quotes

      """#
  )
}

@Test func `a percent sign before a plain value is told`() {
  #expect(
    faults(of: "title: %discount\n")
      == #"""
      a.yml:1:8: error: a value without quotes can't begin with `%`
        |
      1 | title: %discount
        |        ^
        = help: put the value in quotes

      """#
  )
}

@Test func `a question mark before a value is told`() {
  #expect(
    faults(of: "title: ? what\n")
      == #"""
      a.yml:1:8: error: a value without quotes can't begin with `?`
        |
      1 | title: ? what
        |        ^
        = help: put the value in quotes

      """#
  )
}

@Test func `an ampersand before a blank is told`() {
  #expect(
    faults(of: "title: & more\n")
      == #"""
      a.yml:1:8: error: a value without quotes can't begin with `&`
        |
      1 | title: & more
        |        ^
        = help: put the value in quotes

      """#
  )
}

@Test func `emphasis that looks like an alias is told`() {
  #expect(
    faults(of: "title: *bold* text\n")
      == #"""
      a.yml:1:8: error: a value without quotes can't begin with `*`
        |
      1 | title: *bold* text
        |        ^
        = help: put the value in quotes

      """#
  )
}

@Test func `a closing bracket alone is told`() {
  #expect(
    faults(of: "tags: ]\n")
      == #"""
      a.yml:1:7: error: a value can't begin with `]`
        |
      1 | tags: ]
        |       ^
        = help: put the value in quotes if it is meant as text

      """#
  )
}

@Test func `a comma before a value is told`() {
  #expect(
    faults(of: "tags: , a\n")
      == #"""
      a.yml:1:7: error: an item is missing before this comma
        |
      1 | tags: , a
        |       ^
        = help: remove the comma, or write `""` for an empty text

      """#
  )
}

@Test func `a template's braces as a plain value are told`() {
  #expect(
    faults(of: "title: {{ name }} x\n")
      == #"""
      a.yml:1:9: error: a key is a text, not a list or a mapping
        |
      1 | title: {{ name }} x
        |         ^^^^^^^^
        = help: put it in quotes if it is meant as text

      """#
  )
}

@Test func `a plain value that begins with a bracket is told`() {
  #expect(
    faults(of: "title: [news] Swift\ndate: x\n")
      == #"""
      a.yml:1:15: error: a mapping goes on with `key: value`
        |
      1 | title: [news] Swift
        |               ^^^^^ not expected here
        = help: put the whole value in quotes

      """#
  )
}

@Test func `a value without a key is told`() {
  #expect(
    faults(of: "a: b\n: c\n")
      == #"""
      a.yml:2:1: error: a key stands before its colon
        |
      2 | : c
        | ^ no key here

      """#
  )
}

@Test func `an empty key in braces is told`() {
  #expect(
    faults(of: "links: {: b}\n")
      == #"""
      a.yml:1:9: error: a value can't begin with `:`
        |
      1 | links: {: b}
        |         ^
        = help: put the value in quotes if it is meant as text

      """#
  )
}
