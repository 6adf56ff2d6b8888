/// Sections of specifications that the program and its documents cite, each with its title: whoever cites
/// another has to look it up and write it down here.
enum Citations {
  static let sections: [String: [String: String]] = [
    "RFC 2104": [
      "2": "Definition of HMAC"
    ],
    "RFC 3339": [
      "5.6": "Internet Date/Time Format"
    ],
    "RFC 3629": [
      "4": "Syntax of UTF-8 Byte Sequences"
    ],
    "RFC 3986": [
      "6.2.2": "Syntax-Based Normalization",
      "6.2.3": "Scheme-Based Normalization",
    ],
    "RFC 4648": [
      "3.5": "Canonical Encoding",
      "4": "Base 64 Encoding",
      "5": "Base 64 Encoding with URL and Filename Safe Alphabet",
    ],
    "RFC 6265": [
      "4.1": "Set-Cookie",
      "4.1.2": "Semantics",
      "5.3": "Storage Model",
      "5.4": "The Cookie Header",
      "8.2": "Ambient Authority",
    ],
    "RFC 6265bis": [
      "5.6.7.1": "Strict and Lax enforcement"
    ],
    "RFC 6749": [
      "1.4": "Access Token",
      "1.5": "Refresh Token",
      "2": "Client Registration",
      "2.1": "Client Types",
      "2.3": "Client Authentication",
      "2.3.1": "Client Password",
      "3.2": "Token Endpoint",
      "3.2.1": "Client Authentication",
      "3.3": "Access Token Scope",
      "4.1.1": "Authorization Request",
      "4.1.2": "Authorization Response",
      "4.1.2.1": "Error Response",
      "4.1.3": "Access Token Request",
      "4.5": "Extension Grants",
      "5.1": "Successful Response",
      "5.2": "Error Response",
      "6": "Refreshing an Access Token",
      "7.1": "Access Token Types",
      "10.4": "Refresh Tokens",
      "10.5": "Authorization Codes",
    ],
    "RFC 6750": [
      "1.2": "Terminology",
      "2.1": "Authorization Request Header Field",
      "3": "The WWW-Authenticate Response Header Field",
      "3.1": "Error Codes",
      "5.3": "Summary of Recommendations",
    ],
    "RFC 6819": [
      "3.1": "Tokens",
      "5.1.4.1.3": "Store Access Token Hashes Only",
      "5.2.2.3": "Refresh Token Rotation",
    ],
    "RFC 7009": [
      "2": "Token Revocation",
      "2.1": "Revocation Request",
      "2.2": "Revocation Response",
      "2.2.1": "Error Response",
      "3": "Implementation Note",
    ],
    "RFC 7493": [
      "2.2": "Numbers"
    ],
    "RFC 7515": [
      "2": "Terminology",
      "4": "JOSE Header",
      "4.1": "Registered Header Parameter Names",
      "4.1.1": "alg",
      "4.1.3": "jwk",
      "4.1.4": "kid",
      "4.1.9": "typ",
      "4.1.11": "crit",
      "5.1": "Message Signature or MAC Computation",
      "5.2": "Message Signature or MAC Validation",
      "7.1": "JWS Compact Serialization",
      "10.12": "JSON Security Considerations",
      "10.13": "Unicode Comparison Security Considerations",
    ],
    "RFC 7516": [
      "7.1": "JWE Compact Serialization"
    ],
    "RFC 7517": [
      "4": "JSON Web Key (JWK) Format",
      "4.2": "use",
      "4.4": "alg",
      "5": "JWK Set Format",
      "9.2": "Preventing Disclosure of Non-Public Key Information",
    ],
    "RFC 7518": [
      "3.1": "alg Header Parameter Values for JWS",
      "3.2": "HMAC with SHA-2 Functions",
      "3.4": "Digital Signature with ECDSA",
      "3.6": "Using the Algorithm none",
      "6.2": "Parameters for Elliptic Curve Keys",
      "6.2.1.2": "x",
      "6.2.2": "Parameters for Elliptic Curve Private Keys",
      "6.3.2": "Parameters for RSA Private Keys",
      "6.4": "Parameters for Symmetric Keys",
      "6.4.1": "k",
    ],
    "RFC 7519": [
      "2": "Terminology",
      "4": "JWT Claims",
      "4.1": "Registered Claim Names",
      "4.1.1": "iss",
      "4.1.3": "aud",
      "4.1.4": "exp",
      "4.1.5": "nbf",
      "4.1.6": "iat",
      "4.3": "Private Claim Names",
      "5.2": "cty",
      "7.3": "String Comparison Rules",
      "8": "Implementation Requirements",
    ],
    "RFC 7591": [
      "2": "Client Metadata"
    ],
    "RFC 7636": [
      "1": "Introduction",
      "4.2": "Client Creates the Code Challenge",
      "4.3": "Client Sends the Code Challenge",
      "4.4.1": "Error Response",
      "4.5": "Client Sends the Authorization Code and the Code Verifier",
      "4.6": "Server Verifies code_verifier",
    ],
    "RFC 7638": [
      "3": "JSON Web Key (JWK) Thumbprint"
    ],
    "RFC 7662": [
      "2": "Introspection Endpoint",
      "2.1": "Introspection Request",
      "2.2": "Introspection Response",
      "2.3": "Error Response",
      "4": "Security Considerations",
    ],
    "RFC 7797": [
      "7": "Intended Use by Applications"
    ],
    "RFC 7800": [
      "3.1": "Confirmation Claim"
    ],
    "RFC 8032": [
      "5.1.5": "Key Generation",
      "5.1.6": "Sign",
    ],
    "RFC 8037": [
      "2": "Key Type OKP",
      "3.1": "Signing",
    ],
    "RFC 8259": [
      "2": "JSON Grammar",
      "3": "Values",
      "6": "Numbers",
      "7": "Strings",
      "9": "Parsers",
    ],
    "RFC 8410": [
      "4": "Subject Public Key Fields",
      "7": "Private Key Format",
    ],
    "RFC 8414": [
      "2": "Authorization Server Metadata",
      "4": "String Operations",
    ],
    "RFC 8417": [
      "2.2": "Core SET Claims"
    ],
    "RFC 8725": [
      "2.1": "Weak Signatures and Insufficient Signature Validation",
      "2.8": "Cross-JWT Confusion",
      "3.1": "Perform Algorithm Verification",
      "3.10": "Do Not Trust Received Claims",
      "3.11": "Use Explicit Typing",
      "3.12": "Use Mutually Exclusive Validation Rules for Different Kinds of JWTs",
    ],
    "RFC 8785": [
      "3.2.2.2": "Serialization of Strings"
    ],
    "RFC 8935": [
      "2": "SET Delivery",
      "2.1": "Transmitting a SET",
      "2.2": "Success Response",
      "2.3": "Failure Response",
      "4": "Delivery Reliability",
    ],
    "RFC 9068": [
      "2": "JWT Access Token Header and Data Structure",
      "2.1": "Header",
      "2.2": "Data Structure",
      "2.2.1": "Authentication Information Claims",
      "3": "Requesting a JWT Access Token",
      "4": "Validating JWT Access Tokens",
      "5": "Security Considerations",
      "6": "Privacy Considerations",
    ],
    "RFC 9110": [
      "5": "Fields",
      "5.1": "Field Names",
      "5.3": "Field Order",
      "5.5": "Field Values",
      "5.6.2": "Tokens",
      "7.2": "Host and :authority",
      "9.2.1": "Safe Methods",
      "11.1": "Authentication Scheme",
      "11.6.1": "WWW-Authenticate",
      "15.5.2": "401 Unauthorized",
      "15.6.4": "503 Service Unavailable",
      "15.6.5": "504 Gateway Timeout",
    ],
    "RFC 9449": [
      "4": "DPoP Proof JWTs",
      "4.1": "The DPoP HTTP Header",
      "4.2": "DPoP Proof JWT Syntax",
      "4.3": "Checking DPoP Proofs",
      "5": "DPoP Access Token Request",
      "6": "Public Key Confirmation",
      "6.1": "JWK Thumbprint Confirmation Method",
      "6.2": "JWK Thumbprint Confirmation Method in Token Introspection",
      "7": "Protected Resource Access",
      "7.1": "The DPoP Authentication Scheme",
      "7.2": "Compatibility with the Bearer Authentication Scheme",
      "8": "Authorization Server-Provided Nonce",
      "8.1": "Nonce Syntax",
      "8.2": "Providing a New Nonce Value",
      "9": "Resource Server-Provided Nonce",
      "11.1": "DPoP Proof Replay",
      "11.2": "DPoP Proof Pre-generation",
      "11.4": "Untrusted Code in the Client Context",
    ],
    "RFC 9470": [
      "3": "Authentication Requirements Challenge",
      "4": "Authorization Request",
      "5": "Authorization Response",
      "6": "Authentication Information Conveyed via Access Token",
      "6.1": "JWT Access Tokens",
      "6.2": "OAuth 2.0 Token Introspection",
    ],
    "RFC 9700": [
      "2.1.1": "Authorization Code Grant",
      "2.2": "Token Replay Prevention",
      "2.2.2": "Refresh Tokens",
      "4.14": "Refresh Token Protection",
      "4.14.2": "Recommendations",
    ],
    "RFC 10017": [
      "5.1.3": "Acquisition and Extraction of New Tokens",
      "6.3.2.3": "Refresh Tokens",
    ],
    "OpenID Connect Core 1.0": [
      "2": "ID Token",
      "3.1.2.1": "Authentication Request",
      "3.1.2.6": "Authentication Error Response",
    ],
    "OpenID Connect RP-Initiated Logout 1.0": [
      "2": "RP-Initiated Logout"
    ],
    "OpenID Connect Back-Channel Logout 1.0": [
      "2.4": "Logout Token"
    ],
    "FAPI 2.0": [
      "5.3.2.1": "General requirements for authorization servers"
    ],
    "SP 800-63B-4": [
      "5.1": "Session Bindings",
      "5.1.2": "Access Tokens",
      "5.2": "Reauthentication",
    ],
    "ASVS 5.0": [
      "3.3.3": "Cookies with the prefix __Host-",
      "3.5.1": "Requests of other sites are told apart",
      "7.1.2": "Concurrent sessions are documented",
      "7.2.4": "A new session token at each authentication",
      "7.3.1": "A time limit for inactivity",
      "7.3.2": "An absolute limit of a session",
      "7.4.1": "An ended session is of no more use",
      "7.4.2": "Sessions end with the account",
      "7.4.3": "Other sessions can be ended after a change of factor",
      "10.4.5": "Replay of refresh tokens is mitigated",
      "10.4.8": "Refresh tokens have an absolute expiration",
      "16.5.3": "Failing securely",
    ],
  ]
}
