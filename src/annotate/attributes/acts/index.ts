import { mayMatch, type Sought, sought } from '../../sought.js';
import type { Act, ActGrammar, Sighting } from './act.js';
import { arabic } from './arabic.js';
import { chinese, japanese, korean } from './eastasian.js';
import { english } from './english.js';
import { french, german, portuguese, spanish } from './romance.js';
import { indonesian, thai, vietnamese } from './southeastasian.js';
import { turkish } from './turkish.js';

export type { Act, ActGrammar, Sighting } from './act.js';

const GRAMMARS: Readonly<Record<string, ActGrammar>> = {
  en: english,
  es: spanish,
  pt: portuguese,
  fr: french,
  de: german,
  zh: chinese,
  ja: japanese,
  ko: korean,
  vi: vietnamese,
  id: indonesian,
  tr: turkish,
  th: thai,
  ar: arabic,
};

/** The grammar of a BCP 47 language, null where none is written. */
export function grammarOf(language: string): ActGrammar | null {
  return GRAMMARS[language.split('-')[0]?.toLowerCase() ?? ''] ?? null;
}

const compiled = new WeakMap<ActGrammar, readonly (Sought & { readonly act: Act })[]>();

/** The acts that a text does, in order of place; of two that overlap, that of the earlier row. Empty where none is seen. */
export function actsIn(text: string, grammar: ActGrammar): Sighting[] {
  let patterns = compiled.get(grammar);
  if (patterns === undefined) {
    patterns = grammar.patterns.map(([act, pattern]) => ({ act, ...sought(pattern, 'giu') }));
    compiled.set(grammar, patterns);
  }
  const seen: Sighting[] = [];
  const lower = text.toLowerCase();
  for (const { act, expression, needed } of patterns) {
    if (!mayMatch(lower, needed)) continue;
    for (const match of text.matchAll(expression)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!seen.some((s) => s.start < end && start < s.end)) seen.push({ act, start, end });
    }
  }
  return seen.sort((a, b) => a.start - b.start);
}
