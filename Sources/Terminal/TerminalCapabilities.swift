import CTerminal

/// What the terminal that was opened can do.
public struct TerminalCapabilities: Equatable, Sendable {
  public enum Repertoire: Sendable {
    case unicode, ascii
  }

  /// The terminal type that is drawn for.
  public let term: String
  /// The type that `TERM` named, where it is not known here and another had to be taken.
  public let unknownTerm: String?
  /// 0 where there is none.
  public let colors: Int
  /// Whether the locale's encoding is UTF-8.
  public let isUTF8: Bool
  /// The glyphs that are sent; frames are shown as their ASCII twins where it is `ascii`.
  public let repertoire: Repertoire
  public let hasMouse: Bool
  /// Terminals that report the mouse are those that may have one.
  public var hasClipboard: Bool { hasMouse }

  /// A line to show once; nil where the terminal is what it says it is.
  public var notice: String? {
    unknownTerm.map { "TERM is \"\($0)\", which is not known here: drawing for \(term)" }
  }

  init(_ found: terminal_capabilities, requested: String, isASCIIOnly: Bool) {
    var name = found.term
    term = withUnsafeBytes(of: &name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    unknownTerm = found.is_fallback ? requested : nil
    colors = Int(found.colors)
    isUTF8 = found.is_utf8
    repertoire = found.has_wide_repertoire && !isASCIIOnly ? .unicode : .ascii
    hasMouse = found.has_mouse
  }
}
