"""vis-network as the installed pyvis brings it: read from the package, and used only if it is byte for byte the known one.

Its style sheet is not used: it dresses buttons and a manipulation bar that the page does not have.
"""

from __future__ import annotations

import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

from graph.errors import IntegrityError

VERSION = "9.1.2"
SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


def vis_network(path: Path | None = None) -> str:
    """The script, without the line that would make a browser ask for a source map. IntegrityError where it is another one."""
    content = (path or _installed()).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise IntegrityError(f"the installed vis-network is not the {VERSION} that was tested: install pyvis 0.3.2 again")
    # As a browser reads them: it turns every line end into a line feed before it compares a script with its hash.
    text = content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"//# sourceMappingURL=.*", "", text)


def _installed() -> Path:
    # Found without importing pyvis, which would load a notebook server's worth of modules.
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise IntegrityError("pyvis is not installed: install Linkage again")
    return Path(spec.origin).parent / "templates" / "lib" / f"vis-{VERSION}" / "vis-network.min.js"
