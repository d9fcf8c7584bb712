import { encodeWindows1252 } from '../net/charset';
import { expectToGoOn, rowsOf, untilFault } from '../files/reading.testing';
import { itWithSamples, sample } from '../samples.testing';
import xml from './xml.node';

const products = (count: number) =>
  `<?xml version="1.0"?>\r\n<c>\r\n${Array.from({ length: count }, (_, n) => `<p id="${n}"><nome>Ação ${n} 😀</nome></p>\r\n`).join('')}</c>`;

describe('reading an XML file', () => {
  itWithSamples('reads the entity types of an OData document, prefixes left out', async () => {
    const content = sample('odata/oasis-products-categories.v4.csdl.xml');
    const { rows } = await rowsOf(xml, content, { element: 'EntityType', lists: [{ name: 'Property' }] });
    expect(rows.map((row) => row['@Name'])).toEqual(['Product', 'Category', 'Supplier', 'Country']);
    expect(rows.every((row) => Array.isArray(row['Property']))).toBe(true);
  });

  itWithSamples('reads the items of an NF-e that stands on one line', async () => {
    const { rows } = await rowsOf(xml, sample('nfe/nfelib-nfe-many-items.xml'), {
      element: 'nfeProc/NFe/infNFe/det',
    });
    expect(rows.map((row) => row['@nItem'])).toEqual(
      Array.from({ length: rows.length }, (_, n) => String(n + 1)),
    );
    expect(rows.length).toBeGreaterThan(20);
  });

  it('takes every child of the root for a row, with attributes, texts and lists', async () => {
    const text = '<r xmlns:g="u"><g:a x="1" g:y="2">t<b/><b>2</b></g:a><!-- no --><c><![CDATA[<1>]]></c></r>';
    expect((await rowsOf(xml, text)).rows).toEqual([
      { '@x': '1', '@y': '2', b: ['', '2'], '#text': 't' },
      { c: '<1>' },
    ]);
    expect((await rowsOf(xml, text, { keepPrefixes: true })).rows[0]).toMatchObject({ '@g:y': '2' });
  });

  it('keeps the same shape where there is one of a list', async () => {
    const text = '<r><p><f>1</f></p><p><f>1</f><f>2</f></p></r>';
    const { rows } = await rowsOf(xml, text, { lists: [{ name: 'f' }] });
    expect(rows).toEqual([{ f: ['1'] }, { f: ['1', '2'] }]);
  });

  it.each([
    ['ISO-8859-1', (text: string) => encodeWindows1252(text)],
    ['UTF-8', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('reads %s', async (encoding, bytes) => {
    const text = `<?xml version="1.0" encoding="${encoding}"?><r><p>Café</p><p>ação</p></r>`;
    expect((await rowsOf(xml, bytes(text))).rows).toEqual([{ p: 'Café' }, { p: 'ação' }]);
    expect(await expectToGoOn(xml, bytes(text), {}, 1)).toBe(2);
  });

  it('goes on after any page as if it had never stopped', async () => {
    expect(await expectToGoOn(xml, products(200), {}, 30)).toBe(7);
    const nested = `<a xmlns:x="u"><x:b><p>1</p></x:b><x:b><p>2</p><p>3</p></x:b></a>`;
    expect(await expectToGoOn(xml, nested, { element: 'p' }, 1)).toBe(3);
  });

  it('refuses a document type, whatever it would bring', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;">]><a><p>&y;</p></a>`;
    const { rows, error } = await untilFault(xml, bomb);
    expect([rows, error.code]).toEqual([[], 'nodes.xml-doctype']);
    const own = await untilFault(xml, '<a><p>1</p><p>&y;</p></a>');
    expect([own.rows, own.error.code]).toEqual([[{ p: '1' }], 'nodes.xml-file-broken']);
  });

  it('keeps what it read before a fault, and says in which line it is', async () => {
    const broken = await untilFault(xml, products(4).replace('</nome></p>\r\n</c>', '</c>'));
    expect(broken.rows).toHaveLength(3);
    expect([broken.error.code, broken.error.values['line']]).toEqual(['nodes.xml-file-broken', 6]);
    const cut = await untilFault(xml, products(4).slice(0, -30));
    expect(cut.rows).toHaveLength(3);
    expect([cut.error.code, cut.error.values]).toEqual(['nodes.file-cut', { file: 'f', record: 3 }]);
    const start = Buffer.from('<a><p>1</p>');
    const end = Buffer.concat([Buffer.alloc(70_000, 0x20), Buffer.from('<p>\xe9</p></a>', 'latin1')]);
    const wrong = await untilFault(xml, Buffer.concat([start, end]));
    expect([wrong.rows, wrong.error.code]).toEqual([[{ p: '1' }], 'nodes.xml-encoding']);
  });

  it('refuses an element that is too long or too deep, and goes on', async () => {
    const deep = `${'<d>'.repeat(150)}${'</d>'.repeat(150)}`;
    const long = `<x>${'<y>1</y>'.repeat(20_000)}</x>`;
    const text = `<r><p>1</p><p>${long}</p><p>${deep}</p><p>4</p></r>`;
    const { rows, refused } = await rowsOf(xml, text, { maxRecordKilobytes: 64 });
    expect(rows).toEqual([{ p: '1' }, { p: '4' }]);
    expect(refused.map(({ error }) => error.code)).toEqual([
      'nodes.file-record-too-long',
      'nodes.file-record-too-deep',
    ]);
  });

  it('stops at a text without end', async () => {
    const text = `<r><p>1</p><p>${'x'.repeat(1_000_000)}`;
    const { rows, error } = await untilFault(xml, text, { maxRecordKilobytes: 64 });
    expect([rows, error.code]).toEqual([[{ p: '1' }], 'nodes.file-record-too-long']);
  });

  it('names what is there when no element is meant', async () => {
    const { error } = await untilFault(xml, '<a><b><c/></b></a>', { element: 'a/d' });
    expect([error.code, error.values['elements']]).toEqual(['nodes.xml-path-missing', 'a, a/b, a/b/c']);
  });
});
