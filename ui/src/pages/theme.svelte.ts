/** Light or dark: as the system says, until a person says otherwise. */

export type Theme = 'system' | 'light' | 'dark';

const KEPT = 'kontor.theme';
const system = window.matchMedia?.('(prefers-color-scheme: dark)');

function firstTheme(): Theme {
  const wanted = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEPT);
  return wanted === 'light' || wanted === 'dark' ? wanted : 'system';
}

let chosen = $state<Theme>(firstTheme());
let isSystemDark = $state(system?.matches ?? false);

const show = () => (document.documentElement.dataset.theme = theme.isDark ? 'dark' : 'light');

export const theme = {
  get chosen(): Theme {
    return chosen;
  },
  get isDark(): boolean {
    return chosen === 'dark' || (chosen === 'system' && isSystemDark);
  },
  choose(next: Theme): void {
    chosen = next;
    localStorage.setItem(KEPT, next);
    show();
  },
  toggle(): void {
    theme.choose(theme.isDark ? 'light' : 'dark');
  },
};

system?.addEventListener('change', (event) => {
  isSystemDark = event.matches;
  show();
});
show();
