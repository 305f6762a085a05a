/** How the window's content is built: plain files, no inline script or style, for the web views Kontor runs in. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  build: {
    outDir: 'dist',
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
});
