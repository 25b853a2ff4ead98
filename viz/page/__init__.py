"""A released answer as one HTML file to look at: it opens without a network, asks nobody, and runs nothing but itself."""

from viz.page.details import ClaimDetail, Details
from viz.page.write import write

__all__ = ["ClaimDetail", "Details", "write"]
