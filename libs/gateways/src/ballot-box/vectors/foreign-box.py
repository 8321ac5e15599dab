"""Makes foreign-box.json: a ballot box made without any of our code, from the prose of docs/ballot-box.md.

Needs pyhpke 0.6.5 and cryptography 50.0.2. Run: python foreign-box.py > foreign-box.json
"""

import base64
import json
import os
import unicodedata

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pyhpke import AEADId, CipherSuite, KDFId, KEMId

CAMPAIGN = "0b6f3c52-9a53-4a6a-8f0e-6c2f7a1d9e10"
BALLOT = '{"community":{"q1":4},"people":{},"comment":"演示：楼道的灯修好了"}'.encode()
suite = CipherSuite.new(KEMId.DHKEM_X25519_HKDF_SHA256, KDFId.HKDF_SHA256, AEADId.AES256_GCM)


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def times(a, b):
    """Multiplies in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1."""
    product = 0
    for bit in range(8):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(14, 7, -1):
        if product >> bit & 1:
            product ^= 0x11B << (bit - 8)
    return product


def holder(passphrase):
    salt = os.urandom(16)
    kdf = Argon2id(salt=salt, length=32, iterations=3, lanes=1, memory_cost=65536)
    pair = suite.kem.derive_key_pair(kdf.derive(unicodedata.normalize("NFKC", passphrase).strip().encode()))
    public = pair.public_key.to_public_bytes()
    return {"passphrase": passphrase, "publicKey": text(public), "salt": text(b"\x01" + salt)}, pair.public_key


def share_to(public_key, named, share, purpose):
    info = json.dumps(
        ["kaoji-box-share/1", purpose, CAMPAIGN, named["publicKey"]], separators=(",", ":"), ensure_ascii=False
    ).encode()
    enc, context = suite.create_sender_context(public_key, info)
    return text(b"\x01" + enc + context.seal(share))


first, first_key = holder("演示 口令：一个人 记得住的 长句子")
second, second_key = holder("demo: a sentence one person can keep")

seed, slope = os.urandom(32), os.urandom(32)
box = suite.kem.derive_key_pair(seed)
x1, x2 = 7, 201
share1 = bytes(s ^ times(m, x1) for s, m in zip(seed, slope)) + bytes([x1])
share2 = bytes(s ^ times(m, x2) for s, m in zip(seed, slope)) + bytes([x2])

enc, context = suite.create_sender_context(box.public_key, b"kaoji-ballot/1\0" + CAMPAIGN.encode())
key, nonce = context.export(b"ballot key", 32), os.urandom(12)
body = AESGCM(key).encrypt(nonce, BALLOT, b"\x01" + CAMPAIGN.encode() + enc)

print(
    json.dumps(
        {
            "source": "vectors/foreign-box.py with pyhpke 0.6.5 (HPKE) and cryptography 50.0.2 (argon2id, AES-GCM)",
            "campaignId": CAMPAIGN,
            "first": first,
            "second": second,
            "publicKey": text(box.public_key.to_public_bytes()),
            "shareOfFirst": share_to(first_key, first, share1, "made"),
            "shareOfSecond": share_to(second_key, second, share2, "made"),
            "passedToSecond": share_to(second_key, second, share1, "passed"),
            "ballot": BALLOT.decode(),
            "sealed": text(b"\x01" + enc + nonce + body),
        },
        ensure_ascii=False,
        indent=2,
    )
)
