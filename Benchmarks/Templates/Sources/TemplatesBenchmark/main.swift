import Diagnostics
import Foundation
import Mustache
import Templates

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "pages"

func file(_ name: String) throws -> SourceFile {
  SourceFile(
    path: name,
    bytes: Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
  )
}

/// The least time of one call in microseconds, of many runs of many calls.
func microseconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  var best = Double.infinity
  for _ in 0..<40 {
    let time = try clock.measure { for _ in 0..<100 { try body() } }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    best = min(best, seconds * 1e6 / 100)
  }
  return best
}

// The site's objects as a build gives them to templates.
let siteType = ObjectType(
  name: "site",
  id: 0,
  attributes: ["language", "title", "url", "description", "menu"]
)
let linkType = ObjectType(name: "link", id: 1, attributes: ["url", "title"])
let postType = ObjectType(
  name: "post",
  id: 2,
  attributes: ["title", "author", "date", "body", "comments"]
)
let commentType = ObjectType(
  name: "comment",
  id: 3,
  attributes: ["id", "author", "date", "text", "replies", "hasReplies"]
)

final class Record: TemplateObject {
  let objectType: ObjectType
  let typeIdentifier: Int
  private let values: [Value]
  let text: [UInt8] = []

  init(_ type: ObjectType, _ map: ValueMap, _ nested: [String: ObjectType] = [:]) {
    objectType = type
    typeIdentifier = type.id
    values = type.attributes.map { name in
      let value = map[name] ?? .none
      guard let inner = nested[name], case .list(let items) = value else { return value }
      return .list(
        items.map { item in
          guard case .map(let map) = item else { return item }
          return .object(Record(inner, map, nested))
        }
      )
    }
  }

  func attribute(_ index: Int) -> Value { values[index] }
}

func map(_ value: Value?) -> ValueMap {
  if case .map(let map)? = value { return map }
  return ValueMap()
}

func plain(_ value: Value) -> Any {
  switch value {
  case .string(let text): String(decoding: text, as: UTF8.self)
  case .int(let number): number
  case .bool(let flag): flag
  case .list(let items): items.map(plain)
  case .map(let map):
    Dictionary(
      uniqueKeysWithValues: map.entries.map { (plain($0.key) as? String ?? "", plain($0.value)) }
    )
  default: ""
  }
}

let data = map(try Value(json: file("data.json")))
var log = DiagnosticLog()
let sources = try ["base.html", "macros.html", "post.html"].map {
  TemplateSet.Source(name: $0, file: try file($0))
}
let nested = ["menu": linkType, "comments": commentType, "replies": commentType]
let objects: [(String, Value)] = [
  ("site", .object(Record(siteType, map(data["site"]), nested))),
  ("post", .object(Record(postType, map(data["post"]), nested))),
]
let maps = data.entries.map { (plain($0.key) as? String ?? "", $0.value) }
let jinja = TemplateSet(sources, environment: Environment(escaping: .jinja), log: &log)
let types = [siteType, linkType, postType, commentType]
let build = TemplateSet(
  sources,
  environment: Environment(escaping: .page, types: types, names: ["site", "post"]),
  log: &log
)
for diagnostic in log.sorted { print(diagnostic.rendered(), terminator: "") }

var output: [UInt8] = []
if CommandLine.arguments.contains("--show") {
  try jinja.render("post.html", maps, into: &output)
  FileHandle.standardOutput.write(Data(output))
  exit(0)
}
output.reserveCapacity(1 << 16)
let objectTime = try microseconds {
  output.removeAll(keepingCapacity: true)
  try build.render("post.html", objects, into: &output)
}
let size = output.count
let mapTime = try microseconds {
  output.removeAll(keepingCapacity: true)
  try jinja.render("post.html", maps, into: &output)
}
if CommandLine.arguments.contains("--alone") {
  print(String(format: "build %.1f us · render %.1f us", objectTime, mapTime))
  exit(0)
}
let names = ["page", "byline", "comment"]
let library = MustacheLibrary(
  templates: Dictionary(
    uniqueKeysWithValues: try names.map { name in
      let bytes = try file("\(name).mustache").bytes
      return (name, try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)))
    }
  )
)
let dictionary = plain(.map(data))
var mustacheSize = 0
let mustacheTime = microseconds {
  mustacheSize = library.render(dictionary, withTemplate: "page")?.utf8.count ?? 0
}
print("bytes \(size) \(output.count) \(mustacheSize)")
print(
  String(
    format: "build %.1f us · render %.1f us · mustache %.1f us",
    objectTime,
    mapTime,
    mustacheTime
  )
)
