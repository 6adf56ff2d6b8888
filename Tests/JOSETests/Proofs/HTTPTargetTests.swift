import Testing

@testable import JOSE

@Suite struct HTTPTargetTests {
  @Test(arguments: [
    ("HTTP://127.0.0.1:80/token", "http://127.0.0.1/token"),
    ("https://as.example", "https://as.example/"),
    ("https://as.example?x=/y", "https://as.example/"),
    ("https://as.example#a", "https://as.example/"),
    ("https://AS.Example:443/A", "https://as.example/A"),
    ("https://as.example:/a", "https://as.example/a"),
    ("http://as.example:443/", "http://as.example:443/"),
    ("https://as.example:0443/", "https://as.example/"),
    ("http://[::1]:8080/a", "http://[::1]:8080/a"),
    ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
    ("http://h/a/./b/../c", "http://h/a/c"), ("http://h/../../a", "http://h/a"),
    ("http://h/a/..", "http://h/"), ("http://h/a/b/..", "http://h/a/"),
    ("http://h/a/.", "http://h/a/"),
    ("http://h//a", "http://h//a"), ("http://h/a/", "http://h/a/"),
    ("http://h/%7euser/%41%2fb", "http://h/~user/A%2Fb"), ("http://h/%2e%2E/a", "http://h/a"),
    ("http://h/%c3%a9", "http://h/%C3%A9"), ("http://h/a?b#c", "http://h/a"),
  ])
  func `one address has one spelling`(address: String, normal: String) {
    #expect(HTTPTarget(address)?.description == normal)
    #expect(HTTPTarget(normal)?.description == normal)
  }

  @Test(arguments: [
    "", "/token", "token", "//as.example/token", "ftp://as.example/", "https:/as.example",
    "https://",
    "https:///token", "https://as@evil.example/", "https://as:pw@evil.example/",
    "https://as.example:x/",
    "https://as.example:65536/", "https://as.example:123456/", "https://as.example:-1/",
    "https://as example/", "https://as.example/a b", "https://as.example/é", "https://é.example/",
    "https://as.example/%", "https://as.example/%4", "https://as.example/%zz",
    "https://%61s.example/",
    "http://[::1/", "http://[]/", "http://[::1]x/", "http://::1/", "https://as.example\\@evil/",
    "https://as.example/\u{0}", "javascript://x/",
  ])
  func `what is no web address is refused`(address: String) {
    #expect(HTTPTarget(address) == nil)
  }
}
