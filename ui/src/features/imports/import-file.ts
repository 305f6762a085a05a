/** A file on its way in: what was chosen for it, and how that becomes the mapping that the core reads it by. */
import type { ImportColumn, ImportMapping, ImportView } from '../../api/wire';

/** Whose tables the program knows; a mapping of a person's own is nobody's. */
const PROGRAMS = ['kingdee', 'yonyou', 'kontor', 'other'];
export const programOf = (mapping: ImportMapping): string => PROGRAMS.find((one) => one === mapping.program) ?? 'own';

/** The mapping with another meaning over one column; a meaning stands over one column at a time. */
export function withMeaning(view: ImportView, column: ImportColumn, meaning: string): ImportMapping {
  const columns: Record<string, string[]> = {};
  for (const one of view.columns) {
    const means = one === column ? meaning : one.meaning === meaning ? '' : (one.meaning ?? '');
    if (means && one.header) columns[means] = [one.header];
  }
  return { ...plain(view.mapping), columns };
}

/** The mapping with every proposal taken. */
export function withProposals(view: ImportView): ImportMapping {
  const columns: Record<string, string[]> = {};
  for (const one of view.columns) {
    const means = one.meaning ?? one.proposal;
    if (means && one.header && !columns[means]) columns[means] = [one.header];
  }
  return { ...plain(view.mapping), columns };
}

/** The mapping in which something of the file is something of the book. */
export function withNamed(view: ImportView, of: 'accounts' | 'parties', key: string, code: string): ImportMapping {
  const mapping = plain(view.mapping);
  return { ...mapping, [of]: { ...mapping[of], [key]: code } };
}

/** Two columns of one header cannot be told apart by it. */
export const isTwice = (view: ImportView, column: ImportColumn): boolean =>
  view.columns.some((one) => one !== column && one.header !== '' && one.header === column.header);

const plain = (mapping: ImportMapping): ImportMapping => ({ ...mapping });

/** The bytes of a dropped file, as the desk takes them. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
