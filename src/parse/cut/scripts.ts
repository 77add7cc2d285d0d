import { type Cut, levelled, unit } from './inner.js';
import { ranked } from './ranked.js';

/** Points of Chinese laws in Taiwan (`一、`) and their sub-points. */
const CHINESE = levelled(
  [
    { kind: 'point', mark: /^([一二三四五六七八九十]+)、\s*(.*)$/u },
    { kind: 'subpoint', mark: /^([（(][一二三四五六七八九十]+[）)])\s*(.*)$/u },
  ],
  true,
);
/** Thai terms, points (๑) and sub-points (ก); the lines beside them are paragraphs (วรรค), which the law counts. */
const THAI = levelled(
  [
    { kind: 'definition', mark: /^()(“[^”]{1,160}”\s*หมายความ.*)$/u },
    { kind: 'point', mark: /^(\([๐-๙\d]{1,3}(?:\/[๐-๙\d]{1,2})?\))\s*(.*)$/u },
    { kind: 'subpoint', mark: /^(\([ก-ฮ]\))\s*(.*)$/u },
  ],
  true,
);

/** How the words of a unit are cut that are written in Arabic, Thai or Chinese letters; null for other scripts. */
export function scripted(body: string): Cut | null {
  const sample = body.slice(0, SAMPLE);
  if (!/[\u0621-\u064a\u0e01-\u0e2e\u4e00-\u9fff]/.test(sample)) return null;
  if (shareOf(sample, /\p{Script=Thai}+/gu) > LEAST_SHARE) return THAI;
  if (shareOf(sample, /\p{Script=Arabic}+/gu) > LEAST_SHARE) return LOST_NUMBER.test(body) ? dashed : ranked;
  return shareOf(sample, /\p{Script=Han}+/gu) > LEAST_SHARE && !/[ぁ-ん가-힣]/u.test(sample) ? CHINESE : null;
}

/** Enough to see the script of a unit. */
const SAMPLE = 400;
/** Names in another script stand in any law; its own script is that of most letters. */
const LEAST_SHARE = 0.5;

function shareOf(text: string, script: RegExp): number {
  const letters = lengthOf(text, /[\p{L}\p{M}]+/gu);
  return letters === 0 ? 0 : lengthOf(text, script) / letters;
}

/** The length of all matches together: runs are found many times as fast as letters one by one. */
function lengthOf(text: string, runs: RegExp): number {
  let length = 0;
  for (const run of text.match(runs) ?? []) length += run.length;
  return length;
}

/** A dash in the place of a number that a dump has lost, at the start or after the end of a sentence. */
const LOST_NUMBER = /(?:^|(?<=[.:؛])\s)-\s(?=\p{Script=Arabic})/u;

/** Arabic lists whose numbers a dump has turned into dashes: their members are counted, as the law that cites them does. */
const dashed: Cut = (body, depth) => {
  const [opening = '', ...members] = body.split(LOST_NUMBER);
  const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const units = members.map((m) => unit('paragraph', depth, null, `- ${words(m)}`));
  return opening.trim() === '' ? units : [unit('text', depth, null, words(opening)), ...units];
};
