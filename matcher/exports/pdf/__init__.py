"""Tagged PDF (PDF/UA-1) of a result and of a site, to be printed, kept or read aloud."""

from matcher.exports.pdf.result import result_pdf
from matcher.exports.pdf.site import site_pdf

__all__ = ["result_pdf", "site_pdf"]
