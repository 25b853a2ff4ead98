"""The key under which a case signs its seals: Ed25519, made when the first one is, never leaving the case folder.

A self-made key shows that whoever held this case's key signed, and that what was signed is unchanged. It does not show who
that was, nor when: for that, somebody else keeps the seal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from graph.errors import CaseError
from graph.kept.private import nothing, put_file
from graph.kept.small import read_small

if TYPE_CHECKING:
    from pathlib import Path

FILE = "signing"


class Key:
    """A private key. `public`: what belongs to it, in hex."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = private.public_key().public_bytes_raw().hex()

    def sign(self, content: bytes) -> str:
        """The signature, in hex."""
        return self._private.sign(content).hex()


def signing_key(keys: Path) -> Key:
    """The key in this folder; made, where there is none. CaseError where it is damaged."""
    path = keys / FILE
    if not path.exists():
        private = Ed25519PrivateKey.generate()
        put_file(path, f"{private.private_bytes_raw().hex()}\n".encode(), over=nothing)
        return Key(private)
    try:
        return Key(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(read_small(path).decode("ascii").strip())))
    except (OSError, ValueError):
        raise CaseError(f"keys/{FILE} is damaged: restore it from a backup") from None


def signed(public: str, signature: str, content: bytes) -> bool:
    """Whether the private half of this key signed exactly this."""
    if (public + signature).lower() != public + signature:  # the same key and signature, in another file
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True
