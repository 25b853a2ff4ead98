"""A row that only denies must say of what: by a key or a name it says which thing it means, and asserts nothing of it.

Such a claim is kept, and shown where it stands; whoever counts what supports a thing leaves it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.project.denials import is_denial
from graph.said.claim import EXISTS, PROTECTED

if TYPE_CHECKING:
    from graph.project.docket import Docket

CALLED: Final = frozenset({EXISTS, PROTECTED, "name", "aliases"})
"""What says no more of a thing than which one it is."""


def named_only(docket: Docket) -> set[str]:
    """The claims that say which thing a denial is about, and no more: of things all of whose links in their row are denied."""
    mentions = docket.state.mentions.values()
    denying = {held.claim.about for held in docket.state.claims if held.claim.polarity == "denies"}
    denials = {
        mention.id
        for mention in mentions
        if mention.is_link and mention.id in denying and (claims := docket.claims([mention])) and is_denial(claims)
    }
    ends = {end for id_ in denials for end in (docket.state.mentions[id_].begin, docket.state.mentions[id_].end)}
    asserted = {
        end
        for mention in mentions
        if mention.is_link and mention.id not in denials and not ends.isdisjoint((mention.begin, mention.end))
        if docket.claims([mention])
        for end in (mention.begin, mention.end)
    }
    found: set[str] = set()
    for end in ends - asserted:
        own = docket.about.get(end or "", [])
        if all(held.claim.property in CALLED for held in own):
            found |= {held.id for held in own}
    return found
