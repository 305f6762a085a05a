/** Svelte's own settings: every component is written with runes. */
export default { compilerOptions: { runes: true } };
