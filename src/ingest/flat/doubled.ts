import type { Diagnostic } from '../../model/index.js';

/** Words in a row that make an echo; shorter ones law repeats of itself ('or both, or both'). */
const ECHO_WORDS = 8;

/** Above this share of words said twice running a copy is damaged: the corpus's one such dump has 0.41, the next of its laws 0.007. */
const MAX_DOUBLED_SHARE = 0.05;

/**
 * A warning where a law's words stand there twice running: scrapers of nested lists write each list once for its parent and
 * once for itself. The words are kept as the copy has them, for which of the two was meant cannot be known.
 */
export function saidTwice(texts: readonly string[]): Diagnostic[] {
  const words = texts.map((t) => t.split(/\s+/u).filter((w) => w !== ''));
  const all = words.reduce((n, w) => n + w.length, 0);
  const doubled = words.reduce((n, w) => n + doubledWords(w), 0);
  if (all === 0 || doubled / all <= MAX_DOUBLED_SHARE) return [];
  return [
    {
      ruleId: 'ingest/said-twice',
      severity: 'warning',
      message: `${Math.round((100 * doubled) / all)} % of the words stand there twice running: the copy's maker doubled them.`,
      mend: "Read the publisher's own text before you quote it.",
      file: null,
      instrument: null,
      span: null,
    },
  ];
}

/** How many words are an echo of the words right before them: runs in which each shingle lies as far from its like as the run is long. */
function doubledWords(words: readonly string[]): number {
  const last = new Map<string, number>();
  let distance = 0;
  let run = 0;
  let doubled = 0;
  const close = (): void => {
    if (run > 0 && run + ECHO_WORDS - 1 >= distance) doubled += distance;
    run = 0;
  };
  for (let i = 0; i + ECHO_WORDS <= words.length; i++) {
    const shingle = words.slice(i, i + ECHO_WORDS).join(' ');
    const gap = i - (last.get(shingle) ?? i);
    last.set(shingle, i);
    if (gap !== distance) {
      close();
      distance = gap;
    }
    if (gap > 0) run += 1;
  }
  close();
  return doubled;
}
