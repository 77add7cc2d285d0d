import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/index.js';
import { parse } from '../../src/parse/index.js';

const LEFT = [
  'A boat may carry letters across the river when the keeper of the lamp agrees to it and the water is calm.',
  'The rower shall not open the letters and shall give them to the person whose name is written on them.',
  'A song may be sung on the way, and the keeper may ask that it be short.',
];
const RIGHT = [
  'Le bateau peut porter les lettres sur la rivière si le gardien de la lampe est d’accord et si l’eau est calme.',
  'Le rameur ne peut pas ouvrir les lettres et les donne à la personne dont le nom est écrit sur elles.',
  'Une chanson peut être chantée en chemin, et le gardien peut demander qu’elle soit courte.',
];

/** A gazette of four pages: `left` and `right` side by side, each paragraph an article. */
async function gazette(left: readonly string[], right: readonly string[]): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 40 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => document.on('end', resolve));
  for (let page = 0; page < 4; page += 1) {
    if (page > 0) document.addPage();
    const number = (at: number): number => page * left.length + at + 1;
    for (const [at, words] of left.entries())
      document.text(`Article ${number(at)}\n${words}`, 40, 80 + at * 120, { width: 230 });
    for (const [at, words] of right.entries())
      document.text(`Article ${number(at)}\n${words}`, 320, 80 + at * 120, { width: 230 });
  }
  document.end();
  await done;
  return Buffer.concat(chunks);
}

test('of two languages side by side one is read, whole, and the reader is told', async () => {
  const bytes = await gazette(LEFT, RIGHT);
  const source = await ingest({ path: 'gazette.pdf', bytes, provenance: null });
  expect(source.diagnostics.map((d) => d.ruleId)).toEqual(['ingest/second-language']);
  const articles = parse(source).provisions.filter((p) => p.tier === 'basic');
  expect(articles.map((p) => p.citation)).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
  const text = source.blocks.map((b) => b.text.replace(/\s+/gu, ' ')).join(' ');
  expect(text).toContain(LEFT[0]);
  expect(text).not.toContain('bateau');
});

test('two columns of one language are read one after the other', async () => {
  const half = LEFT.map((words) => `${words} And so it is done.`);
  const source = await ingest({ path: 'gazette.pdf', bytes: await gazette(LEFT, half), provenance: null });
  expect(source.diagnostics).toEqual([]);
  const text = source.blocks.map((b) => b.text.replace(/\s+/gu, ' ')).join(' ');
  expect(text).toContain(LEFT[1]);
  expect(text).toContain(half[1]);
});
