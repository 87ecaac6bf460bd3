/// This program's version (semver.org).
public let tweetupVersion = "0.1.0"
