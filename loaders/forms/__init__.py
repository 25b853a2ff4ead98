"""Empty workbooks to fill in, one for each kind of list, whose columns are those of a mapping that comes with Linkage.

kind     what a form asks for: the columns of its mapping, with a line and an example for each
choices  the words of a drop-down, as the mapping reads them
book     the workbook itself
"""

from loaders.forms.book import workbook
from loaders.forms.kind import Form, FormColumn, form, kinds

__all__ = ["Form", "FormColumn", "form", "kinds", "workbook"]
