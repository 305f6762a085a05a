/** Every word a person reads, in the language of the moment; changing it needs no reload. */
import { FluentBundle, FluentResource } from '@fluent/bundle';

export type Language = 'zh-CN' | 'en';
export type Facts = Record<string, string | number>;
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

const files = import.meta.glob<string>('../../../assets/messages/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function bundleOf(language: Language): FluentBundle {
  // Isolation marks would end up in copied amounts and in tests.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${language}/`)) bundle.addResource(new FluentResource(text));
  }
  return bundle;
}

const bundles: Record<Language, FluentBundle> = { 'zh-CN': bundleOf('zh-CN'), en: bundleOf('en') };

const KEPT = 'kontor.language';

function firstLanguage(): Language {
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEPT);
  if (wanted === 'en' || wanted === 'zh-CN') return wanted;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

let language = $state<Language>(firstLanguage());
const show = () => (document.documentElement.lang = language);
show();

export const words = {
  get language(): Language {
    return language;
  },
  /** Whether a person chose it on this computer; otherwise the system's language is only a guess. */
  get isChosen(): boolean {
    return localStorage.getItem(KEPT) !== null || new URLSearchParams(location.search).has('lang');
  },
  speak(next: Language): void {
    language = next;
    localStorage.setItem(KEPT, next);
    show();
  },
  toggle(): void {
    words.speak(language === 'en' ? 'zh-CN' : 'en');
  },
  has(key: string): boolean {
    return bundles[language].hasMessage(key);
  },
};

/** The message of a key. A key without a message shows itself: a test keeps that from happening. */
export function say(key: string, facts: Facts = {}): string {
  const bundle = bundles[language];
  const message = bundle.getMessage(key);
  if (!message?.value) return key;
  return bundle.formatPattern(message.value, facts, []);
}

/** The same in a language that need not be the one of the moment: what is looked for may be typed in either. */
export function sayIn(wanted: Language, key: string): string {
  const message = bundles[wanted].getMessage(key);
  return message?.value ? bundles[wanted].formatPattern(message.value, {}, []) : key;
}

/** A name that is data, kept in both languages. */
export function nameOf(named: { name_zh: string; name_en: string }): string {
  return language === 'en' ? named.name_en || named.name_zh : named.name_zh || named.name_en;
}

/** A label of a statement, kept in both languages. */
export function labelOf(labelled: { label_zh: string; label_en: string }): string {
  return language === 'en'
    ? labelled.label_en || labelled.label_zh
    : labelled.label_zh || labelled.label_en;
}

/** The sentence for an error code. Amounts among the facts get their separators here. */
export function sayError(code: string, details: Facts = {}): string {
  // Of many drafts the one that stands in the way is named first.
  if (details.draft !== undefined) {
    const { draft, ...others } = details;
    return say('error-of-draft', { draft, reason: sayError(code, others) });
  }
  const key = `error-${code.replaceAll('_', '-')}`;
  if (words.has(key)) return say(key, details);
  return words.has('error-unknown')
    ? say('error-unknown', { ...details, code })
    : say('problem-unknown', { code });
}
