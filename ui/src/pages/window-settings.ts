/** How the window is set, in words, for a diagnosis: nothing of what it shows. */
import { say, words } from '../words/words.svelte';
import { idleMinutes } from './idle';
import { theme } from './theme.svelte';

export const windowSettings = (): { name: string; value: string }[] => [
  { name: say('settings-language'), value: say(`language-${words.language}`) },
  { name: say('settings-theme'), value: say(`theme-${theme.chosen}`) },
  { name: say('settings-idle'), value: say('minutes', { count: idleMinutes() }) },
  { name: say('support-window'), value: `${window.innerWidth} × ${window.innerHeight}, ${window.devicePixelRatio}` },
  { name: say('support-view'), value: navigator.userAgent },
];
