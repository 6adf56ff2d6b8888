/// A public key as `openssl rsa -pubout` writes it, made for these tests: of a kind that verifies
/// nothing here, and all the same must never become a shared secret.
enum RSAKey {
  static let pem = """
    -----BEGIN PUBLIC KEY-----
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAv3gyC+BHaLCPOsT1wwJs
    /DLh0ta23GTv3uxYoNhD8hHLnE8YEN7zv8pgdrloRv7k8vow73vq9YHOeFRY5DlF
    vb9KyKcA+9LsGdRXXXNnKZ+nZ1MMlYAmk1U/M5vPmYNymDoalMmEo+L7/VlVgpLI
    7GB3HL6Yf4682eraC3ly2dd8upsU0f+dpExSkYu9gucuEvdQBlkDFNuebfn6vWlC
    6E6uthuaHdPD98arrmLRYDsxd/GslSVL6kTPH2M6QtSEJlpquV8dG0yMzi98PfHm
    oRE9m8+O4qY3YTUMpAr6GG9clGREmYe/ddjFyJVb9cYEfHfLWK7cYAJEyXUOQgdL
    YwIDAQAB
    -----END PUBLIC KEY-----

    """

  /// The lines between, which are the DER in base64.
  static var base64: String {
    pem.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n")
  }
}
