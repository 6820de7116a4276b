package org.breathline.study.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * What the pieces of a PDF are, for readers that speak it: headings, paragraphs, tables, figures
 * with their alternative text (ISO 32000-1, 14.7 and 14.8).
 */
final class PdfTags {

  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement document = new PDStructureElement("Document", root);
  private final Map<PDPage, List<PDStructureElement>> marked = new HashMap<>();

  PdfTags() {
    root.appendKid(document);
  }

  /** A new element at the end of the document, such as "P", "H1", "Table" or "Figure". */
  PDStructureElement element(String type) {
    return element(type, document);
  }

  /** A new element at the end of another one. */
  PDStructureElement element(String type, PDStructureElement parent) {
    PDStructureElement element = new PDStructureElement(type, parent);
    parent.appendKid(element);
    return element;
  }

  /** Ties the next piece of a page's content to an element and gives the piece's number. */
  int mark(PDStructureElement element, PDPage page) {
    List<PDStructureElement> onPage = marked.computeIfAbsent(page, p -> new ArrayList<>());
    int number = onPage.size();
    onPage.add(element);
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(number);
    element.setPage(page);
    element.appendKid(reference);
    return number;
  }

  /** Hands the structure to the document once all is drawn. */
  void finish(PDDocument pdf) {
    Map<Integer, PDParentTreeValue> parents = new HashMap<>();
    int key = 0;
    for (PDPage page : pdf.getPages()) {
      COSArray elements = new COSArray();
      marked.getOrDefault(page, List.of()).forEach(e -> elements.add(e.getCOSObject()));
      page.setStructParents(key);
      parents.put(key++, new PDParentTreeValue(elements));
    }
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(key);
    PDMarkInfo info = new PDMarkInfo();
    info.setMarked(true);
    pdf.getDocumentCatalog().setMarkInfo(info);
    pdf.getDocumentCatalog().setStructureTreeRoot(root);
  }
}
