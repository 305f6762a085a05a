/** What the panel says of a file: the elements of an XML invoice as they stand, and how large a file is. */
import { beforeEach, describe, expect, it } from 'vitest';
import { words } from '../../words/words.svelte';
import { sizeInWords } from './attach';
import { xmlRows } from './xml-rows';

beforeEach(() => words.speak('zh-CN'));

describe('an XML invoice', () => {
  const invoice = `<?xml version="1.0" encoding="UTF-8"?>
    <EInvoice xmlns="urn:x" xmlns:a="urn:y">
      <Header><EIid>26332000000012345678</EIid></Header>
      <a:Seller name="甬江软件有限公司" taxNo="91330200MA2"/>
      <Amount currency="CNY">500.00</Amount>
      <Remark><![CDATA[三月 <电费>]]></Remark>
      <Empty></Empty>
    </EInvoice>`;

  it('is read out element by element, nothing interpreted', () => {
    const rows = xmlRows(invoice) ?? [];
    const said = rows.map((row) => `${'  '.repeat(row.depth)}${row.name}${row.value && `: ${row.value}`}`);
    expect(said).toEqual([
      'EInvoice',
      '  Header',
      '    EIid: 26332000000012345678',
      '    name: 甬江软件有限公司',
      '    taxNo: 91330200MA2',
      '  Amount: 500.00',
      '    currency: CNY',
      '  Remark: 三月 <电费>',
      '  Empty',
    ]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });
  it('that cannot be read gives no rows', () => expect(xmlRows('<a><b></a>')).toBeNull());
  it('of any length gives only so many rows', () => {
    const rows = xmlRows(`<a>${'<b>1</b>'.repeat(5000)}</a>`) ?? [];
    expect(rows.length).toBe(2000);
  });
});

describe('the size of a file', () => {
  it.each([
    [1, '1 字节'],
    [1023, '1023 字节'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [20 * 1024 * 1024, '20 MB'],
  ])('of %d bytes', (bytes, said) => expect(sizeInWords(bytes)).toBe(said));
});
