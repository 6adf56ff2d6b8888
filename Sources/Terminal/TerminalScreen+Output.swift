import CTerminal
import Canvas

extension TerminalScreen {
  /// The longest text that is sent to the clipboard, in bytes; terminals drop longer ones unseen.
  public static let clipboardLimit = 64 * 1024

  /// Decides the look of every role from here on; what is on the screen changes with the next frame.
  public func setTheme(_ theme: Theme) {
    for role in Role.allCases {
      let style = theme[role]
      let foreground = style.foreground.map { Int32($0.index) } ?? -1
      terminal_define_style(role.rawValue, style.attributes.rawValue, foreground)
    }
    forgetLastFrame()
  }

  public func setMouse(_ isOn: Bool) { terminal_set_mouse(isOn) }

  public func bell() { terminal_bell() }

  /// Hands the text to the terminal's clipboard (OSC 52), which works over ssh.
  public func copy(_ text: String) -> CopyOutcome {
    let bytes = Array(text.utf8)
    guard capabilities.hasClipboard else { return .noClipboard }
    guard bytes.count <= TerminalScreen.clipboardLimit else { return .tooLong }
    let request = Array("\u{1B}]52;c;".utf8) + Base64.encode(bytes) + [0x07]
    terminal_write(request, request.count)
    return .sent
  }
}
