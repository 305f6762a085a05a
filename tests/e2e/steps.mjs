/** Counts what a journey saw: each step is a sentence that held or did not; the last line says how many. */

export class Steps {
  passed = 0;
  failed = 0;
  #look;

  /** `look` takes a picture of what a failed step left behind. */
  constructor(look = async () => {}) {
    this.#look = look;
  }

  async step(sentence, check) {
    try {
      await check();
      this.passed += 1;
      console.log(`ok    ${sentence}`);
      return true;
    } catch (error) {
      this.failed += 1;
      await this.#look(`failed-${this.failed}`).catch(() => {});
      console.log(`FAIL  ${sentence}\n      ${String(error.message ?? error).split('\n').join('\n      ')}`);
      return false;
    }
  }

  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed > 0 ? 1 : 0;
  }
}

export function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

/** The company of the journey; every figure checked later follows from these. */
export const STORY = {
  company: '宁波海砚贸易有限公司',
  person: '陈砚',
  password: '竹纸 砚台 二十四桥',
  wrongPassword: '不是这个密码',
  customer: 'Nordlys Home AS',
  item: '相思木托盘',
  quantity: '12',
  price: '68.00',
  gross: '816.00',
  half: '408.00',
};
