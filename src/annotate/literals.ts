/** Literals shorter than this occur in almost every text and would filter nothing; scripts without case need fewer. */
const LEAST_LATIN = 3;
const LEAST_OTHER = 1;

/**
 * Sets of lower-case strings, the most telling first: of each at least one string stands in every text that the pattern can
 * match, so that most patterns need not be run at all. Empty where nothing can be said. Understands groups, alternation, classes
 * and quantifiers; anything else only makes the answer weaker, never wrong.
 */
export function required(pattern: string): readonly Options[] {
  const [best, end, all] = sequence(pattern, 0);
  if (end < pattern.length) return alternatives(pattern)[0].filter((options) => options !== undefined);
  return best === null ? [] : [best, ...all.filter((options) => options !== best)];
}

type Options = readonly string[];

/** The best option set of an alternation (each alternative must have one), and where the text after it goes on. */
function alternatives(source: string, from = 0): [[Options?], number] {
  const branches: (Options | null)[] = [];
  let at = from;
  for (;;) {
    const [best, next] = sequence(source, at);
    branches.push(best);
    at = next;
    if (source[at] !== '|') break;
    at += 1;
  }
  const all = branches.every((b) => b !== null) ? branches.flatMap((b) => b ?? []) : null;
  return [all === null ? [] : [all], at];
}

/** The option set of a sequence whose shortest member is longest, the index of the `|` or `)` that ends it, and all sets that help. */
function sequence(source: string, from: number): [Options | null, number, readonly Options[]] {
  const all: Options[] = [];
  let best: Options | null = null;
  let run = '';
  let at = from;
  const offer = (options: Options | null): void => {
    if (options === null || worth(options) === 0) return;
    all.push(options);
    if (best === null || worth(options) > worth(best)) best = options;
  };
  const flush = (): void => {
    if (run !== '') offer([run.toLowerCase()]);
    run = '';
  };
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = readAtom(source, at);
    const [least, next] = quantifier(source, atom.end);
    if (atom.literal !== null && least === 1 && next === atom.end) run += atom.literal;
    else {
      if (atom.literal !== null && least > 0) run += atom.literal;
      flush();
      if (least > 0) offer(atom.options);
    }
    at = next;
  }
  flush();
  return [best, at, all];
}

interface Atom {
  readonly literal: string | null;
  readonly options: Options | null;
  readonly end: number;
}

function readAtom(source: string, at: number): Atom {
  const character = source[at] ?? '';
  if (character === '\\') {
    const next = source[at + 1] ?? '';
    if (/[pPux]/u.test(next)) {
      const close = source[at + 2] === '{' ? source.indexOf('}', at) + 1 : at + (next === 'u' ? 6 : 4);
      return { literal: null, options: null, end: close };
    }
    return { literal: /[A-Za-z0-9]/u.test(next) ? null : next, options: null, end: at + 2 };
  }
  if (character === '[') return { literal: null, options: null, end: classEnd(source, at) };
  if (character === '(') {
    const head = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/u.exec(source.slice(at))?.[0] ?? '(';
    const [[options], close] = alternatives(source, at + head.length);
    const looks = /[=!]$/u.test(head);
    return { literal: null, options: looks ? null : (options ?? null), end: close + 1 };
  }
  return { literal: '.^$'.includes(character) ? null : character, options: null, end: at + 1 };
}

function classEnd(source: string, at: number): number {
  let i = at + 1;
  while (i < source.length && source[i] !== ']') i += source[i] === '\\' ? 2 : 1;
  return i + 1;
}

/** The least number of repetitions and the index after the quantifier; 1 without one. */
function quantifier(source: string, at: number): [number, number] {
  const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/u.exec(source.slice(at, at + 12));
  if (found === null) return [1, at];
  const least = found[1] !== undefined ? Number(found[1]) : found[0].startsWith('+') ? 1 : 0;
  return [least, at + found[0].length];
}

/** How much an option set filters: the length of its shortest member, 0 where that is too short to help. */
function worth(options: Options): number {
  const least = Math.min(
    ...options.map((o) => (/^[\u0020-\u024f]+$/u.test(o) && o.length < LEAST_LATIN ? 0 : o.length)),
  );
  return least >= LEAST_OTHER ? least / (1 + options.length / 40) : 0;
}
