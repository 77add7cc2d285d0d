import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bounded } from '../../src/annotate/cues.js';

interface Cue {
  readonly id: string;
  readonly pattern: string;
}
const BOOK = new URL('../../annotations/codebook.json', import.meta.url);
const { codes } = JSON.parse(readFileSync(BOOK, 'utf8')) as { codes: readonly { cues: readonly Cue[] }[] };
const cues = codes.flatMap((c) => c.cues);

/** A repetition without an end, outside character classes and escapes. */
const ENDLESS = /(?:[*+]|\{\d+,\})/;
const plain = (pattern: string): string => pattern.replace(/\\./g, 'e').replace(/\[[^\]]*\]/g, 'c');

/** Characters of the shorter text, and how many times as long the longer one is. */
const SHORT = 2_000;
const GROWTH = 16;
/** What takes less says nothing about growth; what grows with the square is 16 times above the line, and clocks are coarse. */
const NOISE_MS = 40;
const TOLERANCE = 3;

/** Processor time of all matches in the text, the better of two, ms. */
function millisecondsOf(pattern: RegExp, text: string): number {
  const all = new RegExp(pattern.source, `${pattern.flags}g`);
  const times = [0, 1].map(() => {
    const start = process.cpuUsage();
    for (const _ of text.matchAll(all));
    return process.cpuUsage(start).user / 1_000;
  });
  return Math.min(...times);
}

describe('the patterns of the codebook', () => {
  it('have no repetition without an end once they are compiled: the work is linear in the text', () => {
    expect(cues.length).toBeGreaterThan(400);
    expect(cues.filter(({ pattern }) => ENDLESS.test(plain(bounded(pattern)))).map((c) => c.id)).toEqual([]);
  });

  it('find what they found before they were bounded', () => {
    expect(bounded('stor\\w* (?:\\w+ ){0,3}data\\s*[A-Z][a-z]+(?:of )*')).toBe(
      'stor\\w{0,60} (?:\\w{1,60} ){0,3}data\\s{0,60}[A-Z][a-z]{1,60}(?:of ){0,60}',
    );
    for (const { pattern } of cues) expect(() => new RegExp(bounded(pattern), 'iu')).not.toThrow();
  });

  it('is a test that can fail', () => {
    expect(ENDLESS.test(plain('(?:a+)+'))).toBe(true);
    expect(ENDLESS.test(plain('a{2,}'))).toBe(true);
    expect(ENDLESS.test(plain('\\*[*+]{1,3}'))).toBe(false);
  });

  it('take time that is linear in the text, each on a text made of its own words', () => {
    const slow = cues.filter(({ pattern }) => {
      const cue = new RegExp(bounded(pattern), 'iu');
      const words = pattern.match(/[\p{L}]{2,}/gu) ?? ['data'];
      // Its words again and again without what ends a match: what a pattern that backtracks would stumble over.
      const text = (length: number): string => `${words.join(' ')} ${words[0]}`.repeat(length).slice(0, length);
      const short = millisecondsOf(cue, text(SHORT));
      const long = millisecondsOf(cue, text(SHORT * GROWTH));
      return long > NOISE_MS && long > short * GROWTH * TOLERANCE;
    });
    expect(slow.map((c) => c.id)).toEqual([]);
  }, 240_000);

  it('would be told of, were the work to grow with the square of the text', () => {
    const [short, long] = [SHORT, SHORT * GROWTH].map((n) => millisecondsOf(/ *, *$/u, ' '.repeat(n)));
    expect((long ?? 0) / Math.max(short ?? 0, 0.01)).toBeGreaterThan(GROWTH * TOLERANCE);
  });

  it('stay quick on words made to be slow', () => {
    const hostile = `${'transfer'.repeat(4_000)} ${'shall not transfer outside '.repeat(1_000)}${'a'.repeat(20_000)}`;
    const start = process.cpuUsage();
    for (const { pattern } of cues) new RegExp(bounded(pattern), 'iu').exec(hostile);
    const { user } = process.cpuUsage(start);
    expect(user / 1_000 / cues.length).toBeLessThan(100); // Milliseconds of processor time a cue, for 80,000 characters.
  }, 120_000);
});
