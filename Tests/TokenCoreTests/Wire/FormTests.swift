import Testing
import TokenCore

/// Parameters as RFC 6749 §3.2 reads them.
struct FormTests {
  @Test func `a parameter has its value`() {
    let form: Form = ["grant_type": "refresh_token", "scope": "read write"]
    #expect(form["scope"] == .value("read write"))
    #expect(form["scope"].text == "read write")
  }

  @Test func `an empty parameter counts as left out`() {
    let form: Form = ["scope": ""]
    #expect(form["scope"] == .missing)
    #expect(form["scope"].text == nil)
    #expect(form["state"] == .missing)
  }

  @Test(arguments: [
    ("a", "a"), ("a", "b"), ("", "a"), ("a", ""), ("", ""),
  ])
  func `a doubled parameter is never resolved to one of its values`(
    _ first: String, _ second: String
  ) {
    let form: Form = ["scope": first, "foo": "bar", "scope": second]
    #expect(form["scope"] == .repeated)
    #expect(form["scope"].text == nil)
    #expect(form.repeatedName == "scope")
    #expect(form["foo"] == .value("bar"))
  }

  @Test func `the first doubled name is named`() {
    let form: Form = ["a": "1", "b": "1", "c": "1", "c": "2", "b": "2", "b": "3"]
    #expect(form.repeatedName == "b")
    #expect(Form().repeatedName == nil)
    #expect((["a": "1", "b": "1"] as Form).repeatedName == nil)
  }

  @Test(arguments: ["Scope", "scope ", "SCOPE", "sc\u{301}ope", "scop"])
  func `names are compared byte by byte`(_ name: String) {
    var form: Form = [name: "x"]
    #expect(form["scope"] == .missing)
    form.append("scope", "read")
    #expect(form["scope"] == .value("read"))
    #expect(form.repeatedName == nil)
  }

  @Test func `differently composed letters are different names and values`() {
    let form: Form = ["\u{e9}": "composed", "e\u{301}": "decomposed"]
    #expect(form["\u{e9}"] == .value("composed"))
    #expect(form["e\u{301}"] == .value("decomposed"))
    #expect(form.repeatedName == nil)
  }

  @Test func `parameters stay in the order in which they were sent`() {
    var form: Form = ["b": "1", "a": "2"]
    form.append("b", "3")
    #expect(form.parameters == [.init("b", "1"), .init("a", "2"), .init("b", "3")])
    #expect(form == Form([.init("b", "1"), .init("a", "2"), .init("b", "3")]))
  }
}

/// Equality as protocols mean it.
struct SameBytesTests {
  @Test(arguments: [
    ("", "", true), ("read", "read", true), ("read", "Read", false), ("read", "reads", false),
    ("reads", "read", false), ("", "a", false), ("\u{e9}", "\u{e9}", true),
    ("\u{e9}", "e\u{301}", false), ("a\u{0}b", "a\u{0}b", true), ("a\u{0}b", "a", false),
    ("\u{212B}", "\u{C5}", false), ("\u{1100}\u{1161}", "\u{AC00}", false),
  ])
  func `two texts are the same when their bytes are`(
    _ left: String, _ right: String, _ same: Bool
  ) {
    #expect(sameBytes(left, right) == same)
    #expect(sameBytes(right, left) == same)
  }

  @Test func `Swift's own equality would not do`() {
    #expect("\u{e9}" == "e\u{301}")
  }
}
