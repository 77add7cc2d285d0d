import type { Block } from '../../model/index.js';
import { decode } from '../encoding.js';
import type { Reader } from '../reader.js';
import { line, tidy } from './blocks.js';

type Item = Readonly<Record<string, unknown>>;

/** Reads JSON dumps of laws: an array of provisions, articles or LawArticles, with chapters where they are named. */
export const json: Reader = {
  format: 'json',
  recognises: (s) => /^\s*[[{]\s*["{[]/u.test(s.head),
  async read(bytes) {
    const { text, encoding } = decode(bytes);
    const data: unknown = JSON.parse(text);
    const title = isItem(data) ? pick(data, ['title', 'LawName', 'name']) : '';
    return { blocks: blocksOf(listOf(data)), metadata: title === '' ? {} : { title }, encoding, diagnostics: [] };
  },
};

function blocksOf(items: readonly Item[]): Block[] {
  let chapter = '';
  return items.flatMap((item) => {
    const own = pick(item, ['chapter', 'part']);
    const before = own !== '' && own !== chapter ? [line(own, 0)] : [];
    if (own !== '') chapter = own;
    if (pick(item, ['ArticleType']) === 'C') return [line(pick(item, ['ArticleContent', 'content']), 0)];
    const num = pick(item, ['ArticleNo', 'section', 'number', 'article', 'provision_ref', 'ref']);
    const title = pick(item, ['title', 'heading', 'name']);
    const content = pick(item, ['content', 'ArticleContent', 'text', 'body']).split(/\r?\n/u);
    return [
      ...before,
      line(headOf(tidy(num), tidy(title)), 3),
      ...content.map((l) => line(l)).filter((b) => b.text !== ''),
    ];
  });
}

/** The head as a page would print it: the title where it carries the number, else number and title. */
function headOf(num: string, title: string): string {
  if (/^(?:article|section|art\.|sec\.|第|§|ma+d+e|art[íi]culo|المادة|มาตรา)/iu.test(title)) return title;
  return `${/^\d/u.test(num) ? `Section ${num}` : num} ${title}`.trim();
}

function listOf(data: unknown): Item[] {
  if (Array.isArray(data)) return data.filter(isItem);
  if (!isItem(data)) return [];
  for (const key of ['provisions', 'articles', 'LawArticles', 'sections'])
    if (Array.isArray(data[key])) return data[key].filter(isItem);
  return Object.values(data).flatMap((v) => (isItem(v) ? listOf(v) : []));
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick(item: Item, keys: readonly string[]): string {
  for (const key of keys) {
    const value = item[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
}
