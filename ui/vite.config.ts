/** How the window's content is built: plain files, no inline script or style, for the web views Kontor runs in. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const ROOT_PX = 16;

/**
 * A pixel in a style sheet is a pixel at 100 %: it becomes a rem, so that all grows with the chosen size of text.
 * Hairlines stay hairlines.
 */
const growsWithText = {
  postcssPlugin: 'grows-with-text',
  Declaration(declaration: { value: string }) {
    const grown = declaration.value.replace(/(?<![\w.#-])(-?(?:\d+\.?\d*|\.\d+))px\b/g, (text: string, px: string) =>
      Math.abs(Number(px)) > 3 ? `${Number(px) / ROOT_PX}rem` : text,
    );
    if (grown !== declaration.value) declaration.value = grown;
  },
};

/** `--mode gallery` builds every part in every state for a test, into a folder that no program carries. */
const whatIsBuilt = (mode: string) =>
  mode === 'gallery' ? { outDir: '../target/gallery', rollupOptions: { input: 'gallery.html' } } : { outDir: 'dist' };

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  css: { postcss: { plugins: [growsWithText] } },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  build: {
    ...whatIsBuilt(mode),
    emptyOutDir: true,
    // WebKitGTK 2.50 answers to Safari 18, WebView2 is evergreen.
    target: ['safari18', 'chrome120'],
    // The content security policy allows files of our own and nothing inlined, fonts included.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 4554,
    strictPort: true,
    fs: { allow: ['..'] },
    proxy: { '/bridge': process.env.KONTOR_BRIDGE ?? 'http://127.0.0.1:4555' },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
  },
}));
