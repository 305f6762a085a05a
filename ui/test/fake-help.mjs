/** The courses, the feedback and the diagnosis of the make-believe book. */

const STEPS = [
  { id: 'begin', title_zh: '一张单，两件事', title_en: 'One paper, two things', text_zh: '开一张销售单，账也记上了。\n\n- **赊销**：钱以后收。\n- **当场收**：钱也收了。', text_en: 'A sale makes the entry too.\n\n- **On credit**: the money comes later.\n- **Paid at once**: it comes now.', kind: 'read', choices: [] },
  { id: 'credit', title_zh: '赊给老客户', title_en: 'A sale on credit', text_zh: '**Nordlys Home AS** 要 2 个 **马克杯**，赊销。\n\n1. 到“销售”，按 `N`。\n2. 选客户。\n3. 数量 **2**。\n4. 按 `Ctrl+Enter` 开出。', text_en: '**Nordlys Home AS** wants **2** mugs on credit.\n\n1. Press `N` in Sales.\n2. Choose the customer.\n3. Quantity **2**.\n4. Press `Ctrl+Enter`.', kind: 'do', choices: [] },
  { id: 'owed', title_zh: '还有多少没收', title_en: 'What is still owed', text_zh: '资产负债表，期末：**应收账款**是多少？', text_en: 'Balance sheet, closing: what are **receivables**?', kind: 'answer', choices: ['-12412.56', '24500.00', '638048.28', '744748.85'] },
];

/** Parts of the make-believe door. `refuse` makes a refusal, `book` is the make-believe book. */
export function makeFakeHelp(book, refuse, today) {
  let done = [];
  const said = [];
  let counts = [];
  const steps = () => STEPS.map((step) => ({ ...step, is_done: done.includes(step.id) }));
  const course = { id: 'owner', title_zh: '老板的第一个小时', title_en: "An owner's first hour", about_zh: '卖一笔，收一笔，再到报表上找到它们。', about_en: 'Sell, receive, and find both in the statements.', minutes: 12, steps: STEPS.length, is_ready: true };
  const finished = () => (done.length === STEPS.length ? `${today}T09:00:00Z` : null);
  return {
    questions: {
      list_courses: () => ({
        rows: [
          { ...course, done: done.length, finished_at: finished(), writes: true },
          { ...course, id: 'statements', title_zh: '看懂三张报表', title_en: 'Reading the three statements', about_zh: '六个问题，答案都在这本账的报表上。', about_en: 'Six questions, each answered by a figure of this book.', minutes: 15, steps: 7, done: 0, finished_at: `${today}T08:00:00Z`, writes: false },
          { ...course, id: 'cashier', title_zh: '收款', title_en: 'Receiving money', about_zh: '钱来了，先抵哪张单，多了怎么办。', about_en: 'Which sale a payment settles, and what becomes of too much.', minutes: 10, steps: 4, done: 0, finished_at: null, is_ready: false, writes: true },
        ],
      }),
      get_course: () => ({ id: 'owner', title_zh: course.title_zh, title_en: course.title_en, steps: steps(), finished_at: finished(), is_ready: true }),
      list_progress: () => ({ rows: [{ person: '周敏', course: 'statements', title_zh: '看懂三张报表', title_en: 'Reading the three statements', steps: 7, done: 7, finished_at: `${today}T08:00:00Z` }] }),
      list_feedback: () => ({ rows: [...said].reverse(), next: null }),
    },
    actions: {
      finish_step(action) {
        if (action.step === 'begin') done = [];
        if (action.step === 'credit' && book.sales.length < 30) throw refuse('rejected', 'exercise_not_done', { number: 2 });
        if (action.step === 'owed' && action.answer !== '638048.28') throw refuse('rejected', 'answer_wrong', { field: 'answer' });
        done = [...done, action.step];
        return { given: [], changed: ['courses'] };
      },
      leave_feedback(action) {
        said.push({ operation: said.length + 1, at: `${today}T09:30:00Z`, person: book.persons[0].name, kind: action.kind, subject: action.subject ?? null, words: action.words, feeling: action.feeling ?? null });
        return { given: [], changed: ['feedback'] };
      },
    },
    desk: {
      diagnose: () => ({ text: 'Kontor\n\nSQLite 3.54.1\n  entry: ~ 4000\n' }),
      save_text: (request) => ({ label: `${request.name}.txt`, folder: '/home/chen' }),
      count_use: (request) => {
        counts = [...counts, ...Object.entries(request.counts).map(([what, count]) => ({ day: today, what, count }))];
        return null;
      },
      list_use: () => ({ rows: counts }),
      forget_use: () => ((counts = []), null),
    },
  };
}
