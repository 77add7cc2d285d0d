import type { InstrumentMetadata } from '../model/index.js';
import { fold } from '../text/analyse.js';

/** An instrument and a pinpoint in it that a citation may mean; `citation` null where only the instrument was named. */
export interface CitedProvision {
  readonly instrument: string;
  readonly citation: string | null;
}

const UNIT_WORDS =
  /(?:^|\s)(?:art(?:icle|icles|ículo|igo|ikel)?|sec(?:tion|tions)?|s|ss|para(?:graph)?|reg(?:ulation)?|recital|§+)\.?\s+(?=[\dIVX第(])/giu;
const PINPOINT =
  /^(?:第?([一二三四五六七八九十百千〇零\d]+)[条條](?:の(\d+))?|((?:(?:ch\d+\/)|(?:Sch))?[0-9]+[A-Za-z]{0,2}(?:[.\-–][0-9A-Za-z]+)*(?:\s*\([^()\s]{1,8}\))*))$/u;

/**
 * Reads 'GDPR 46(2)(c)', 'art 14.11 TPP', 'section 26 PDPA Singapore', '18 USC 2713', 'PIPL 38', 'eu/gdpr-2016-679 46'.
 * Returns every instrument the words can mean, best first; [] where the text is no citation.
 */
export function resolveCitation(text: string, catalogue: readonly InstrumentMetadata[]): CitedProvision[] {
  const plain = text
    .trim()
    .replace(/\s+(?=\()/g, '')
    .replace(/\)\s+\(/g, ')(')
    .replace(/§\s*/g, '§ ');
  const words = plain.replace(UNIT_WORDS, ' ').replace(/§/g, ' ').trim().split(/\s+/);
  for (const at of [words.length - 1, 0, ...words.keys()]) {
    const pinpoint = readPinpoint(words[at] ?? '');
    if (pinpoint === null) continue;
    const name = words.filter((_, i) => i !== at).join(' ');
    const found = instrumentsNamed(name, catalogue);
    if (found.length > 0) return found.map((instrument) => ({ instrument, citation: pinpoint }));
  }
  return instrumentsNamed(plain, catalogue).map((instrument) => ({ instrument, citation: null }));
}

/** Ids of the instruments a name can mean: exact id, then alias, then every word in title, aliases or jurisdiction. */
export function instrumentsNamed(name: string, catalogue: readonly InstrumentMetadata[]): string[] {
  const wanted = fold(name.trim());
  if (wanted === '') return [];
  const exact = catalogue.filter((m) => fold(m.id) === wanted);
  if (exact.length > 0) return exact.map((m) => m.id);
  const byAlias = catalogue.filter((m) => m.aliases.some((a) => fold(a) === wanted));
  if (byAlias.length > 0) return byAlias.map((m) => m.id);
  const words = wanted.split(/[^\p{L}\p{N}]+/u).filter((w) => w !== '');
  const byWords = catalogue.filter((m) => {
    const known = fold(
      [m.id, m.title, ...m.aliases, ...m.jurisdictions, ...Object.values(m.identifiers)].join(' '),
    ).split(/[^\p{L}\p{N}]+/u);
    return words.every((w) => known.includes(w));
  });
  return byWords.sort((a, b) => a.title.length - b.title.length || (a.id < b.id ? -1 : 1)).map((m) => m.id);
}

function readPinpoint(word: string): string | null {
  const m = PINPOINT.exec(word.replace(/[,;.]$/, ''));
  if (m === null) return null;
  const base = m[1] === undefined ? m[3] : `${chineseNumber(m[1])}${m[2] === undefined ? '' : `-${m[2]}`}`;
  return base?.replace(/\s+/g, '').replaceAll('–', '-') ?? null;
}

const DIGITS = new Map([...'〇一二三四五六七八九'].map((c, i) => [c, i] as const)).set('零', 0);
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三十八 → 38. */
function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const c of text) {
    const unit = TENS[c];
    if (unit === undefined) digit = DIGITS.get(c) ?? 0;
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
