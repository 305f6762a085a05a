/** A file a person chose, as it crosses the door. */

/** No print of ours is nearly as large, in bytes. */
export const LARGEST_PRINT = 24 * 1024 * 1024;

/** Its content in base64. */
export async function contentOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
