/// Keys as OpenSSL 3.0 writes them, made for these tests and used nowhere else.
public enum OpenSSLKeys {
  /// `openssl ec -pubout`
  public static let p256Public = """
    -----BEGIN PUBLIC KEY-----
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQuUNX3SH1vwE0l1rDtAdrBGchIpr
    zFkXFIZRkAuO1pqhO9uowSOrUuZ8pgJQJ/qYU8Kb4iVkfzMk8RpS/sgVnA==
    -----END PUBLIC KEY-----
    """

  /// `openssl ecparam -name prime256v1 -genkey -noout`
  public static let p256SEC1 = """
    -----BEGIN EC PRIVATE KEY-----
    MHcCAQEEICsiRRIFwhG9TMR6fjFuH1tR8UJrwaO/GyTpzuJmSHteoAoGCCqGSM49
    AwEHoUQDQgAEQuUNX3SH1vwE0l1rDtAdrBGchIprzFkXFIZRkAuO1pqhO9uowSOr
    UuZ8pgJQJ/qYU8Kb4iVkfzMk8RpS/sgVnA==
    -----END EC PRIVATE KEY-----
    """

  /// `openssl pkcs8 -topk8 -nocrypt`
  public static let p256PKCS8 = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKyJFEgXCEb1MxHp+
    MW4fW1HxQmvBo78bJOnO4mZIe16hRANCAARC5Q1fdIfW/ATSXWsO0B2sEZyEimvM
    WRcUhlGQC47WmqE726jBI6tS5nymAlAn+phTwpviJWR/MyTxGlL+yBWc
    -----END PRIVATE KEY-----
    """

  /// `openssl pkey -pubout`
  public static let ed25519Public = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEA/xNyz94ebVys/kvr1x6iQ7UX2KMRwwcZB+43CPaZGTM=
    -----END PUBLIC KEY-----
    """

  /// `openssl genpkey -algorithm ed25519`
  public static let ed25519PKCS8 = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIPeufRnOTw46OTPb1a6i+Sl/U9rUFaa5q2RqGFgKcj/C
    -----END PRIVATE KEY-----
    """

  /// `openssl rsa -pubout`
  public static let rsaPublic = """
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

  /// `openssl ecparam -name secp384r1`
  public static let p384Public = """
    -----BEGIN PUBLIC KEY-----
    MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEoswLbAvVAWUelpeMVRUewurVdC2vzYN0
    SogJkv8z9dMIvAIJF+zgGYHWONCoYYf0sf5mJSLeHwWlTpMLmMBYxno2ZaccG16C
    ibeEV4yySTbfPJxcIPkGX3RAMOKU0Han
    -----END PUBLIC KEY-----
    """
}
