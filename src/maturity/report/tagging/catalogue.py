"""The end of the file: structure tree, parent tree, metadata, colour profile, attachments."""

from __future__ import annotations

import zlib
from codecs import BOM_UTF16_BE
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDate, PDFDictionary, PDFName, PDFObjectReference, PDFStream, PDFString
from reportlab.pdfbase.pdfmetrics import standardFonts

from maturity.report.tagging.colour import srgb_profile
from maturity.report.tagging.metadata import xmp
from maturity.report.tagging.packing import PackedDocument, Raw, in_brackets
from maturity.report.tagging.structure import Element, LinkedAnnotation, MarkedContent, headings_in_order


@dataclass(frozen=True)
class Attachment:
    """A file inside the file (ISO 19005-3, 6.8)."""

    name: str
    mime: str
    description: str
    data: bytes


@dataclass(frozen=True)
class Description:
    """What the document says about itself. ``language``: BCP 47, ``fr-FR``."""

    language: str
    title: str
    author: str
    subject: str
    program: str
    attachments: Sequence[Attachment] = field(default=())


def complete(
    document: PackedDocument,
    root: Element,
    owners: Sequence[Sequence[Element | None] | Element],
    description: Description,
) -> None:
    """Write everything that hangs on the catalogue. ``owners``: parent tree, key → elements of a page, or of a link.

    Raises:
        ValueError: a font is not embedded, or a heading level is skipped.
    """
    # ISO 14289-1, 7.21.4.1: every font is embedded; the fourteen standard ones never are.
    if loose := sorted(set(document.fontMapping) & set(standardFonts)):
        raise ValueError(f"fonts that are not embedded: {', '.join(loose)}")
    root.prune()
    if not headings_in_order(root):
        raise ValueError("a heading level is skipped")
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
    # ISO 14289-1, 6.2, ISO 19005-3, 6.7.2.2 and ISO 32000-1, 14.7.1: the file says that it is tagged.
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.StructTreeRoot = _tree(document, root, owners)
    document.info.title, document.info.author = description.title, description.author
    document.info.subject, document.info.creator = description.subject, description.program
    metadata = PDFStream(PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), filters=[])
    metadata.content = xmp(description, document)  # ISO 19005-3, 6.6.2.1; plain, for who has no PDF reader
    catalogue.Metadata = metadata
    catalogue.OutputIntents = _output_intent(document)
    if description.attachments:
        _attach(document, description.attachments)


# ISO 32000-1, 14.7.2: root and elements, each with its parent (ISO 14289-1, 7.1).
def _tree(
    document: PackedDocument, root: Element, owners: Sequence[Sequence[Element | None] | Element]
) -> PDFObjectReference:
    elements = list(root.walk())
    names = {element: f"e{index}" for index, element in enumerate(elements)}
    objects = {element: Raw("") for element in elements}
    for element in elements:
        document.register(objects[element], names[element])
    tree = Raw("")
    top = document.register(tree, "StructTreeRoot")
    number = {element: document.number(name) for element, name in names.items()}
    for element in elements:
        parent = number[element.parent] if element.parent is not None else document.number("StructTreeRoot")
        objects[element].content = _element(document, element, parent, number)
    entries = [
        f"{key} " + (f"{number[owner]} 0 R" if isinstance(owner, Element) else _numbers(owner, number))
        for key, owner in enumerate(owners)
    ]
    # ISO 32000-1, 14.7.4.4: from a marked-content sequence or an annotation back to its element.
    parents = Raw(f"<</Nums [{' '.join(entries)}]>>")
    document.register(parents, "ParentTree")
    tree.content = (
        f"<</Type /StructTreeRoot /K {number[root]} 0 R /ParentTree {document.number('ParentTree')} 0 R"
        f" /ParentTreeNextKey {len(owners)}>>"
    )
    return top


def _numbers(owners: Sequence[Element | None], number: Mapping[Element, int]) -> str:
    return f"[{' '.join('null' if owner is None else f'{number[owner]} 0 R' for owner in owners)}]"


def _element(document: PackedDocument, element: Element, parent: int, number: Mapping[Element, int]) -> str:
    page = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{number[kid]} 0 R")
        elif isinstance(kid, LinkedAnnotation):
            kids.append(
                f"<</Type /OBJR /Obj {document.number(kid.annotation)} 0 R /Pg {document.number(kid.page)} 0 R>>"
            )
        elif kid.page == page:
            kids.append(str(kid.number))
        else:
            kids.append(f"<</Type /MCR /Pg {document.number(kid.page)} 0 R /MCID {kid.number}>>")
    parts = [f"<</Type /StructElem /S /{element.tag} /P {parent} 0 R /K [{' '.join(kids)}]"]
    if page:
        parts.append(f"/Pg {document.number(page)} 0 R")
    if element.alt:
        parts.append(f"/Alt {_string(element.alt)}")
    if element.language:
        parts.append(f"/Lang {_string(element.language)}")
    if element.attributes:
        parts.append("/A <<" + " ".join(f"/{key} {value}" for key, value in element.attributes.items()) + ">>")
    return " ".join(parts) + ">>"


def _string(text: str) -> str:
    """A text string (ISO 32000-1, 7.9.2.2): a byte a letter where its own encoding has them all, else UTF-16BE."""
    try:
        return in_brackets(text.encode("pdfdoc"))
    except UnicodeEncodeError:
        return in_brackets(BOM_UTF16_BE + text.encode("utf-16-be"))


def _output_intent(document: PackedDocument) -> PDFArray:
    # ISO 19005-3, 6.2.3 and 6.2.4.3, ISO 32000-1, 14.11.5: colours given as RGB mean those of this profile.
    data = zlib.compress(srgb_profile(), 9)
    profile = PDFStream(PDFDictionary({"N": 3, "Filter": PDFName("FlateDecode")}), data, filters=[])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.register(profile, "profile"),
    }
    return PDFArray([PDFDictionary(intent)])


def _attach(document: PackedDocument, attachments: Sequence[Attachment]) -> None:
    specifications, names = [], []
    for index, attachment in enumerate(sorted(attachments, key=lambda attachment: attachment.name)):
        stream = PDFStream(
            PDFDictionary({
                "Type": PDFName("EmbeddedFile"), "Filter": PDFName("FlateDecode"),
                "Subtype": "/" + attachment.mime.replace("/", "#2F"),
                "Params": PDFDictionary({"Size": len(attachment.data), "ModDate": PDFDate(document.stamp)}),
            }),
            zlib.compress(attachment.data, 9), filters=[],
        )  # fmt: skip
        document.register(stream, f"attached{index}")
        at = document.number(f"attached{index}")
        name = _string(attachment.name)
        # ISO 19005-3, 6.8: type, both names, how it is related to the document. ISO 14289-1, 7.11: both names.
        # Kept plain, so that it can be found again without a PDF reader.
        specification = Raw(
            f"<</Type /Filespec /F ({attachment.name}) /UF {name} /Desc {_string(attachment.description)}"
            f" /AFRelationship /Source /EF <</F {at} 0 R /UF {at} 0 R>>>>",
            alone=True,
        )
        reference = document.register(specification, f"file{index}")
        specifications.append(reference)
        names += [PDFString(attachment.name), reference]
    document.Catalog.AF = PDFArray(specifications)
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})
