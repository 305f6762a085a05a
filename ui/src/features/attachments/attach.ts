/** Files on their way to an entry: chosen, dropped or pasted, one after the other. */
import { newsOf } from '../../api/changed.svelte';
import { desk } from '../../api/desk';
import { noticeDone, noticeProblem } from '../../parts/notices.svelte';
import { say } from '../../words/words.svelte';

/** Attaches files to an entry; says which, and what was refused. Answers whether all were taken. */
export async function attachFiles(entry: string, files: Iterable<File>): Promise<boolean> {
  for (const file of files) {
    try {
      const done = await desk({ desk: 'attach_file', entry, name: file.name || say('attachments'), content: await base64Of(file) });
      newsOf(done.changed);
      noticeDone(say('attachments-added', { name: file.name || say('attachments') }));
    } catch (error) {
      noticeProblem(error);
      return false;
    }
  }
  return true;
}

/**
 * The files that are pasted. WebKitGTK's own event holds nothing of a picture and needs the clipboard read again; where
 * there is text to paste, nothing is taken.
 */
export async function pastedFiles(pasted: DataTransfer | null): Promise<File[]> {
  if (!pasted || pasted.files.length > 0 || pasted.types.length > 0) return [...(pasted?.files ?? [])];
  const files: File[] = [];
  for (const item of await navigator.clipboard.read()) {
    const type = item.types.find((one) => one.startsWith('image/'));
    if (type) files.push(new File([await item.getType(type)], type.replace('/', '.'), { type }));
  }
  return files;
}

/** Lets the person choose a file in the system's own dialog. */
export async function chooseFile(entry: string): Promise<void> {
  try {
    const done = await desk({ desk: 'choose_attachment', entry });
    if (done) newsOf(done.changed);
  } catch (error) {
    noticeProblem(error);
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}

/** How large a file is, as people say it. */
export function sizeInWords(bytes: number): string {
  const tenths = (value: number) => String(Math.round(value * 10) / 10);
  if (bytes < 1024) return say('size-bytes', { size: String(bytes) });
  if (bytes < 1024 * 1024) return say('size-kilobytes', { size: tenths(bytes / 1024) });
  return say('size-megabytes', { size: tenths(bytes / 1024 / 1024) });
}
