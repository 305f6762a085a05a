/** The elements of an XML file as lines to read: names and values as they stand, nothing interpreted. */

export interface XmlRow {
  key: number;
  depth: number;
  name: string;
  value: string;
}

const MOST_ROWS = 2000;

/** Nothing when the text cannot be read as XML. */
export function xmlRows(text: string): XmlRow[] | null {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  if (document.querySelector('parsererror')) return null;
  const rows: XmlRow[] = [];
  const walk = (element: Element, depth: number) => {
    if (rows.length >= MOST_ROWS) return;
    const value = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE)
      .map((node) => node.textContent?.trim() ?? '')
      .filter(Boolean)
      .join(' ');
    const row = { key: rows.length, depth, name: element.localName, value };
    // A frame around other elements is said only where it tells something apart.
    if (value || element.children.length > 0 || element.attributes.length === 0) rows.push(row);
    for (const { name, value: said } of element.attributes) {
      if (!name.startsWith('xmlns')) rows.push({ key: rows.length, depth: depth + 1, name, value: said });
    }
    for (const child of element.children) walk(child, depth + 1);
  };
  walk(document.documentElement, 0);
  return rows;
}
