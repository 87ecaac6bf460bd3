@_spi(_Unicode) internal import Swift

/// A tag's address: its lower-case letters and digits, `+` as `plus`, `#` as `sharp`, others as `-`.
///
/// Dashes neither stand at its ends nor side by side. `C++` is `cplusplus`, `Čaj & dort` is
/// `čaj-dort`. Empty for a tag without letters and digits.
package func tagSlug(_ tag: String) -> String {
  var slug = ""
  var needsDash = false
  for scalar in tag.lowercased().composed.unicodeScalars {
    let word: String
    switch scalar {
    case "+": word = "plus"
    case "#": word = "sharp"
    case _ where scalar.isPartOfWord: word = String(scalar)
    default:
      needsDash = true
      continue
    }
    if needsDash, !slug.isEmpty { slug.unicodeScalars.append("-") }
    needsDash = false
    slug += word
  }
  return slug.composed
}

extension String {
  /// The text in Unicode's normalization form C.
  ///
  /// The standard library normalizes to compare strings and offers it under an unstable name only;
  /// this is the one place that uses that name, in place of all of Foundation.
  package var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : String(String.UnicodeScalarView(_nfc))
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit, or a mark that belongs to a letter.
  fileprivate var isPartOfWord: Bool {
    if isASCII { return properties.isAlphabetic || properties.numericType != nil }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }
}
