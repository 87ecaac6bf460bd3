import Testing

@Test func `a TAB as indentation is told`() {
  #expect(
    faults(of: "venue:\n\tname: Hall\n")
      == #"""
      a.yml:2:1: error: YAML is indented with spaces, never with TABs
        |
      2 | 	name: Hall
        | ^ a TAB
        = help: put spaces in its place

      """#
  )
}

@Test func `a TAB before a continued value is told`() {
  #expect(
    faults(of: "a: b\n  c\n\td\n")
      == #"""
      a.yml:3:1: error: YAML is indented with spaces, never with TABs
        |
      3 | 	d
        | ^ a TAB
        = help: put spaces in its place

      """#
  )
}

@Test func `a TAB in a list is told`() {
  #expect(
    faults(of: "tags:\n\t- a\n")
      == #"""
      a.yml:2:1: error: YAML is indented with spaces, never with TABs
        |
      2 | 	- a
        | ^ a TAB
        = help: put spaces in its place

      """#
  )
}

@Test func `a deeper key below a value is told`() {
  #expect(
    faults(of: "title: x\n  date: y\n")
      == #"""
      a.yml:2:3: error: a key is indented like its neighbours
        |
      2 |   date: y
        |   ^^^^ deeper than the key above, which has a value already
        = help: begin it in the same column, or put the text in quotes if it continues the value above

      """#
  )
}

@Test func `a key between two columns is told`() {
  #expect(
    faults(of: "venue:\n    name: x\n  city: y\n")
      == #"""
      a.yml:3:3: error: a mapping goes on with `key: value`
        |
      3 |   city: y
        |   ^^^^^^^ not in the column of its neighbours
        = help: indent it by as many spaces as the lines that it belongs to

      """#
  )
}

@Test func `a list on its key's line is told`() {
  #expect(
    faults(of: "tags: - a\n")
      == #"""
      a.yml:1:7: error: a list's first `- ` stands on a line of its own
        |
      1 | tags: - a
        |       ^
        = help: put each item on a line below the key, or put the value in quotes if it is text

      """#
  )
}

@Test func `a list that stops being one is told`() {
  #expect(
    faults(of: "- a\nb: c\n")
      == #"""
      a.yml:2:1: error: a list goes on with `- `
        |
      2 | b: c
        | ^^^^ not in the column of its neighbours
        = help: indent it by as many spaces as the lines that it belongs to

      """#
  )
}

@Test func `a key below a list is told`() {
  #expect(
    faults(of: "tags:\n  - a\n  b: c\n")
      == #"""
      a.yml:3:3: error: a list goes on with `- `
        |
      3 |   b: c
        |   ^^^^ not in the column of its neighbours
        = help: indent it by as many spaces as the lines that it belongs to

      """#
  )
}

@Test func `a value behind a complete one is told`() {
  #expect(
    faults(of: "[a]\nb\n")
      == #"""
      a.yml:2:1: error: nothing stands behind a block's value
        |
      2 | b
        | ^ not in the column of its neighbours
        = help: indent it by as many spaces as the lines that it belongs to

      """#
  )
}

@Test func `an unclosed bracket is told`() {
  #expect(
    faults(of: "tags: [a, b\ndate: x\n")
      == #"""
      a.yml:1:7: error: a `[` that opens is closed
        |
      1 | tags: [a, b
        |       ^ never closed
        = help: write `]` at its end, or put the value in quotes if it is meant as text

      """#
  )
}

@Test func `an unclosed brace is told`() {
  #expect(
    faults(of: "links: {a: b\ndate: x\n")
      == #"""
      a.yml:1:8: error: a `{` that opens is closed
        |
      1 | links: {a: b
        |        ^ never closed
        = help: write `}` at its end, or put the value in quotes if it is meant as text

      """#
  )
}

@Test func `a missing comma is told`() {
  #expect(
    faults(of: "tags: [\"a\" \"b\"]\n")
      == #"""
      a.yml:1:12: error: the items of `[…]` are set apart by commas
        |
      1 | tags: ["a" "b"]
        |            ^ `,` or `]` belongs before this
        = help: put an item in quotes if it holds brackets, quotes or `: `

      """#
  )
}

@Test func `a missing comma in braces is told`() {
  #expect(
    faults(of: "links: {a: b c: d}\n")
      == #"""
      a.yml:1:15: error: the items of `{…}` are set apart by commas
        |
      1 | links: {a: b c: d}
        |               ^ `,` or `}` belongs before this
        = help: put an item in quotes if it holds brackets, quotes or `: `

      """#
  )
}

@Test func `two commas in a list are told`() {
  #expect(
    faults(of: "tags: [a, , b]\n")
      == #"""
      a.yml:1:11: error: an item is missing before this comma
        |
      1 | tags: [a, , b]
        |           ^
        = help: remove the comma, or write `""` for an empty text

      """#
  )
}
