import Testing

@Test func `an unclosed double quote is told`() {
  #expect(
    faults(of: "title: \"abc\ndate: x\n")
      == #"""
      a.yml:1:8: error: a quote that opens is closed
        |
      1 | title: "abc
        |        ^ never closed
        = help: write " at the end of the text too

      """#
  )
}

@Test func `an unclosed single quote is told`() {
  #expect(
    faults(of: "a: 1\ntitle: 'abc\n")
      == #"""
      a.yml:2:8: error: a quote that opens is closed
        |
      2 | title: 'abc
        |        ^ never closed
        = help: write ' at the end of the text too

      """#
  )
}

@Test func `an unclosed quote that a later quote closes is told`() {
  #expect(
    faults(of: "title: \"abc\ndate: x\nplace: \"def\"\n")
      == #"""
      a.yml:1:8: error: a quote that opens is closed
        |
      1 | title: "abc
        |        ^ closed only by a quote on a later line, with text behind it
        = help: write " at the end of the text

      """#
  )
}

@Test func `an apostrophe inside single quotes is told`() {
  #expect(
    faults(of: "title: 'it's here'\n")
      == #"""
      a.yml:1:12: error: nothing stands behind a quote that closes
        |
      1 | title: 'it's here'
        |            ^^^^^^^
        = help: write `''` for a quote inside single quotes, or put the whole value in double quotes

      """#
  )
}

@Test func `quotes inside double quotes are told`() {
  #expect(
    faults(of: "title: \"a \"b\" c\"\n")
      == #"""
      a.yml:1:12: error: nothing stands behind a quote that closes
        |
      1 | title: "a "b" c"
        |            ^^^^^
        = help: write `\"` for a quote inside double quotes, or put the whole value in single quotes

      """#
  )
}

@Test func `text behind a closing quote is told`() {
  #expect(
    faults(of: "title: \"Swift\" on Linux\n")
      == #"""
      a.yml:1:16: error: nothing stands behind a quote that closes
        |
      1 | title: "Swift" on Linux
        |                ^^^^^^^^
        = help: write `\"` for a quote inside double quotes, or put the whole value in single quotes

      """#
  )
}

@Test func `an unknown escape is told`() {
  #expect(
    faults(of: "title: \"C:\\dir\"\n")
      == #"""
      a.yml:1:11: error: `\d` is not an escape that YAML knows
        |
      1 | title: "C:\dir"
        |           ^^
        = help: write `\\` for a backslash, or put the text in single quotes

      """#
  )
}

@Test func `a short hexadecimal escape is told`() {
  #expect(
    faults(of: "title: \"\\x4\"\n")
      == #"""
      a.yml:1:9: error: the code behind `\x`, `\u` or `\U` is 2, 4 or 8 hexadecimal digits of a character
        |
      1 | title: "\x4"
        |         ^^
        = help: write `\\` for a backslash, or put the text in single quotes

      """#
  )
}

@Test func `text behind a block scalar's bar is told`() {
  #expect(
    faults(of: "body: | text\n")
      == #"""
      a.yml:1:9: error: the text of `|` or `>` begins on the next line
        |
      1 | body: | text
        |         ^^^^
        = help: move this to the next line and indent it, or put the whole value in quotes

      """#
  )
}

@Test func `a block scalar indented by nothing is told`() {
  #expect(
    faults(of: "body: |0\n  a\n")
      == #"""
      a.yml:1:8: error: an indentation behind `|` or `>` is 1 to 9
        |
      1 | body: |0
        |        ^
        = help: remove the digit

      """#
  )
}
