"""The halves of `tokenlab bench tokens` that are Python's: PyJWT and joserfc.

    tokenbench.py LIBRARY COUNT ALGORITHM KEY TOKEN

Takes the 32 bytes of the key in hexadecimal digits and a token that tokenlab sealed, which must be good
here too; prints seals and verifies in a second of processor time. Fails where the library is not there.
"""

import sys
import time

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

ROUNDS = 5
HEADER = {"typ": "at+jwt", "kid": "bench"}
ISSUER = "https://as.example"
AUDIENCE = "https://api.example"


def pair(algorithm, secret):
    """The private and the public key; of a shared secret the same twice."""
    if algorithm == "HS256":
        return secret, secret
    if algorithm == "ES256":
        private = ec.derive_private_key(int.from_bytes(secret, "big"), ec.SECP256R1())
    else:
        private = ed25519.Ed25519PrivateKey.from_private_bytes(secret)
    return private, private.public_key()


def pyjwt(algorithm, private, public, token):
    import jwt

    def verify():
        return jwt.decode(token, public, [algorithm], audience=AUDIENCE, issuer=ISSUER)

    claims = verify()
    return lambda: jwt.encode(claims, private, algorithm, HEADER), verify


def joserfc(algorithm, private, public, token):
    from joserfc import jwt
    from joserfc.jwk import ECKey, OctKey, OKPKey

    kind = {"HS256": OctKey, "ES256": ECKey, "EdDSA": OKPKey}[algorithm]
    if algorithm == "HS256":
        signer = verifier = kind.import_key(private)
    else:
        text = serialization.Encoding.PEM
        verifier = kind.import_key(
            public.public_bytes(text, serialization.PublicFormat.SubjectPublicKeyInfo)
        )
        signer = kind.import_key(
            private.private_bytes(
                text, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
    rules = jwt.JWTClaimsRegistry(iss={"value": ISSUER}, aud={"value": AUDIENCE})

    def verify():
        claims = jwt.decode(token, verifier, [algorithm]).claims
        rules.validate(claims)
        return claims

    header, claims = {"alg": algorithm, **HEADER}, verify()
    return lambda: jwt.encode(header, claims, signer, [algorithm]), verify


def rate(count, act):
    """How often in a second of processor time: the best round."""
    best = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(count // ROUNDS):
            act()
        best = max(best, count // ROUNDS / (time.process_time() - start))
    return int(best)


def main():
    library, count, algorithm, key, token = sys.argv[1:]
    private, public = pair(algorithm, bytes.fromhex(key))
    seal, verify = {"PyJWT": pyjwt, "joserfc": joserfc}[library](algorithm, private, public, token)
    print(rate(int(count), seal), rate(int(count), verify))


main()
