/** Whether the book is being looked through in this window, or its result is still on the screen. */
import { makeOpener } from '../parts/opener.svelte';

export const verifying = makeOpener();
