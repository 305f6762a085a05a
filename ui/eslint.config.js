/** The window's lint: types are checked, and each tier may import only what lies below it. */
import svelte from 'eslint-plugin-svelte';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const host = {
  group: ['@tauri-apps/*'],
  message: 'Only src/api/host.ts speaks to the shell; ask it instead.',
};
const features = { group: ['**/features/**', '$features/**'], message: 'A part knows no feature.' };
const pages = { group: ['**/pages/**'], message: 'Pages compose features; nothing below imports a page.' };
const api = { group: ['**/api/**'], message: 'A part knows no bookkeeping and no door; give it values.' };
const enter = {
  selector: "BinaryExpression[operator=/^[!=]==?$/] > Literal[value='Enter']",
  message: 'Use isEnter() of parts/composing.ts: an Enter that ends typing of hanzi is not a command.',
};

const nouns = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/generated'] },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    rules: {
      ...restrict(host),
      'no-restricted-syntax': ['error', enter],
      'no-console': 'error',
      // Plain maps, sets and dates are right where nothing on the screen reads them.
      'svelte/prefer-svelte-reactivity': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/api/host.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/parts/composing.ts', 'src/parts/composing.test.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/parts/**/*.{ts,svelte}'], rules: restrict(host, features, pages, api) },
  { files: ['src/api/**/*.ts'], ignores: ['src/api/host.ts'], rules: restrict(host, features, pages) },
  { files: ['src/words/**/*.ts'], rules: restrict(host, features, pages, api) },
  ...nouns.map((noun) => ({
    files: [`src/features/${noun}/**/*.{ts,svelte}`],
    rules: restrict(host, pages, {
      regex: `\\.\\./(?!${noun}/)(${nouns.join('|')})/|/features/(?!${noun}/)`,
      message: 'A feature never imports another; let a page bring them together.',
    }),
  })),
);
