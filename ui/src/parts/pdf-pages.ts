/** Draws the pages of a PDF. The reader is large and comes only when a PDF is first shown. */
import type { PDFDocumentProxy } from 'pdfjs-dist';

export interface Pdf {
  pages: number;
  /** Draws a page so wide, in pixels of the screen's own fineness; answers once it is there. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): void;
}

let worker: Worker | undefined;

async function reader() {
  const pdfjs = await import('pdfjs-dist');
  // One worker of our own for all documents: the page's policy allows no other.
  worker ??= new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), { type: 'module' });
  pdfjs.GlobalWorkerOptions.workerPort = worker;
  return pdfjs;
}

/** Opens a PDF. The bytes belong to the reader afterwards. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const { getDocument } = await reader();
  // Glyphs are drawn as outlines: no style sheet is made for a font, no code from its program.
  const document: PDFDocumentProxy = await getDocument({ data: bytes, isEvalSupported: false, disableFontFace: true, useSystemFonts: false }).promise;
  return {
    pages: document.numPages,
    async draw(number, canvas, width) {
      const page = await document.getPage(number);
      const fineness = window.devicePixelRatio || 1;
      const scale = (width * fineness) / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${Math.round(viewport.height / fineness)}px`;
      const canvasContext = canvas.getContext('2d');
      if (canvasContext) await page.render({ canvasContext, viewport }).promise;
    },
    close: () => void document.destroy(),
  };
}

/** The bytes of base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
