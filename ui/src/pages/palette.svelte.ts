/** Whether the palette is open. */
import { makeOpener } from '../parts/opener.svelte';

export const palette = makeOpener();
