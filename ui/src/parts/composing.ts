/** Whether a key belongs to the typing of hanzi. Every Enter in the window is read through this file. */

/**
 * True while an input method is at work. WebKit reports the Enter that ends a composition with
 * isComposing=false but keeps keyCode 229, so both are asked.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229;

/** An Enter meant as a command. */
export const isEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !isComposing(event);
