/** Accounts as the options of a field of a card: only those that take new lines. */
import type { Chart } from '../../api/chart.svelte';
import { matchAccounts } from '../../api/find';
import type { Option } from '../../parts/picker';
import { nameOf } from '../../words/words.svelte';

export const accountOption = (row: { code: string; name_zh: string; name_en: string }): Option => ({ id: row.code, code: row.code, text: nameOf(row) });

export const findAccount = (chart: Chart, query: string): Option[] => matchAccounts(chart.rows.filter((row) => row.is_active), query).map(accountOption);
