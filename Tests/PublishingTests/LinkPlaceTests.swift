import Testing

@Test func `the caret stands under the link that leads nowhere, not under one that begins like it`()
  throws
{
  let build = try TestBuild([
    "content/a/index.md": post("A"),
    "content/b.md": post("B", "[right](a/index.md) and [wrong](a/)"),
  ])
  #expect(
    build.diagnostics == [
      """
      content/b.md:4:33: error: the link `a/` leads nowhere
        |
      4 | [right](a/index.md) and [wrong](a/)
        |                                 ^^
        = help: did you mean `@/a/index.md`?

      """
    ]
  )
}
