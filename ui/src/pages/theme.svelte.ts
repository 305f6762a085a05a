/** Light or dark, and how much contrast: as the system says, until a person says otherwise. */

export type Theme = 'system' | 'light' | 'dark';
export type Contrast = 'system' | 'normal' | 'more';

const KEPT = 'kontor.theme';
const KEPT_CONTRAST = 'kontor.contrast';
const system = window.matchMedia?.('(prefers-color-scheme: dark)');
const systemContrast = window.matchMedia?.('(prefers-contrast: more)');

function firstTheme(): Theme {
  const wanted = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEPT);
  return wanted === 'light' || wanted === 'dark' ? wanted : 'system';
}

function firstContrast(): Contrast {
  const wanted = new URLSearchParams(location.search).get('contrast') ?? localStorage.getItem(KEPT_CONTRAST);
  return wanted === 'normal' || wanted === 'more' ? wanted : 'system';
}

let chosen = $state<Theme>(firstTheme());
let isSystemDark = $state(system?.matches ?? false);
let contrast = $state<Contrast>(firstContrast());
let isSystemMore = $state(systemContrast?.matches ?? false);

function show() {
  const { dataset } = document.documentElement;
  dataset.theme = theme.isDark ? 'dark' : 'light';
  dataset.contrast = theme.hasMoreContrast ? 'more' : 'normal';
}

export const theme = {
  get chosen(): Theme {
    return chosen;
  },
  get isDark(): boolean {
    return chosen === 'dark' || (chosen === 'system' && isSystemDark);
  },
  get contrast(): Contrast {
    return contrast;
  },
  get hasMoreContrast(): boolean {
    return contrast === 'more' || (contrast === 'system' && isSystemMore);
  },
  chooseContrast(next: Contrast): void {
    contrast = next;
    localStorage.setItem(KEPT_CONTRAST, next);
    show();
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
systemContrast?.addEventListener('change', (event) => {
  isSystemMore = event.matches;
  show();
});
show();
