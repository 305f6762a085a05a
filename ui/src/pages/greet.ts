/** What is said once when a book opens: what is new in this version, or that there are two questions. Never both. */
import { version } from '../../package.json';
import { takeSurveyNotice } from '../features/feedback/surveys';
import { noticeNews } from '../parts/notices.svelte';
import { say } from '../words/words.svelte';
import { help } from './help.svelte';
import { route } from './route.svelte';

const SEEN = 'kontor.seen-version';

export function greet(today: string, running: string = version): void {
  const seen = localStorage.getItem(SEEN);
  localStorage.setItem(SEEN, running);
  // Whoever uses the program for the first time knows no older one.
  if (seen && seen !== running) {
    noticeNews(say('news-notice', { version: running }), { label: say('news-read'), run: () => help.open('whats-new') });
  } else if (takeSurveyNotice(today)) {
    noticeNews(say('survey-notice'), { label: say('survey-open'), run: () => route.start({ page: 'feedback' }) });
  }
}
