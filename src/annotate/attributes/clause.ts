import type { Span } from '../../model/index.js';
import { type Act, type ActGrammar, actsIn, type Sighting } from './acts/index.js';
import { finiteVerbs } from './grammar.js';

/** The sentence of a provision that states its rule, with bracketed asides blanked (same length, so that places hold). */
export interface Clause {
  /** Place of the sentence in the text it was taken from. */
  readonly span: Span;
  readonly text: string;
  /** The act of the main clause; null where no word of the grammar does one. */
  readonly act: Sighting | null;
  /** True where the act stands in the main clause, false where only a subordinate clause has one. */
  readonly isMain: boolean;
  /** What all main clauses of the sentence do, in order. */
  readonly acts: readonly Act[];
}

/** Which sentence of several is meant. */
export interface Focus {
  /** Places in the text where the evidence for the code stands. */
  readonly places: readonly number[];
  /** True for a list item: only its first sentence goes on from the words that introduce it. */
  readonly isItem: boolean;
}

const BRACKETED = /\([^()]*\)|（[^（）]*）|<[^<>]{0,200}>|\[[^[\]]*\]/gu;
/** Brackets stand at most so deep in the laws that were read. */
const BRACKET_DEPTH = 3;
const SENTENCE_END = new RegExp(
  [
    '[.;]["”’»]?\\s+(?=["“‘«(]?\\p{Lu})|[。！？]|(?<=\\p{Script=Hangul}\\.)\\s+|\\n\\s*\\n',
    // Paragraphs that a page ran together ('… bilir.(2) Kurul …'); Arabic, which has no capitals; Thai, which has no full stops.
    '\\.(?=\\(\\d{1,2}\\)\\s?\\p{Lu})|[.؛]\\s+(?=[-–(\\d]{0,3}\\s?\\p{Script=Arabic})|\\s(?=\\d{1,2}-\\s?\\p{Script=Arabic})',
    '\\s(?=ในกรณี|ผู้ควบคุม|ผู้ประมวลผล|เจ้าของข้อมูล|คณะกรรมการ|ทั้งนี้|ให้|เว้นแต่)',
  ].join('|'),
  'gu',
);
/** Abbreviations and short labels end in a full stop too. */
const LEAST_SENTENCE = 12;
/** A modal so near to its subordinator belongs to it without a look at the words between. */
const NEAR_WORDS = 1;
/** Without a tagger, so many words between subordinator and modal are taken to hold the subordinate clause's own verb. */
const FAR_WORDS = 8;
/** Sentences that open a proviso state the exception, not the rule. */
const PROVISO =
  /^\s*(?:provided|however|ただし|但し|但是|但(?!书)|다만|contudo|no entanto|sin embargo|toutefois|jedoch)/iu;
/** Words that may stand between 'shall' and the words that say what is done: 'shall also be prohibited'. */
const SAME_ACT = /^\s*(?:(?:also|either|thereby|be|have|only|not|therefore|first|each|all|in any case)\s*)*$/iu;

/** A reader of the clauses of a text, sentence by sentence; it reads each text once, for a unit may carry many codes, and its opening words many units. */
export function clauseReader(grammar: ActGrammar, isEnglish: boolean): (text: string) => readonly Clause[] {
  const known = new Map<string, readonly Clause[]>();
  return (text) => {
    let clauses = known.get(text);
    if (clauses === undefined) {
      clauses = sentences(blankBrackets(text)).map((s) => clauseOf(s, grammar, isEnglish));
      known.set(text, clauses);
    }
    return clauses;
  };
}

/**
 * The clause that states the rule, of all clauses of a text: of the sentence in which the evidence stands, else of the first sentence with an act in
 * its main clause that opens no proviso. Null for a text without words.
 */
export function rulingClause(all: readonly Clause[], focus: Focus): Clause | null {
  const clauses = focus.isItem ? all.slice(0, 1) : all;
  const named = clauses.filter((c) => focus.places.some((at) => c.span.start <= at && at < c.span.end));
  const pick = (list: readonly Clause[]): Clause | undefined =>
    list.find((c) => c.isMain && !PROVISO.test(c.text)) ?? list.find((c) => c.isMain);
  return pick(named) ?? pick(clauses) ?? clauses.find((c) => c.act !== null) ?? clauses[0] ?? null;
}

function clauseOf(sentence: { span: Span; text: string }, grammar: ActGrammar, isEnglish: boolean): Clause {
  const seen = actsIn(sentence.text, grammar);
  const acts = seen.filter((a, i) => !isAuxiliary(sentence.text, a, seen[i + 1]));
  const main =
    grammar.verb === 'last' ? acts.slice(-1) : acts.filter((a) => !isSubordinate(sentence.text, a, grammar, isEnglish));
  const act = main[0] ?? acts[0] ?? null;
  return { ...sentence, act, isMain: main.length > 0, acts: (grammar.verb === 'last' ? acts : main).map((a) => a.act) };
}

/** True for the 'shall' of 'shall be prohibited', where the words after it say what is done. */
function isAuxiliary(text: string, act: Sighting, next: Sighting | undefined): boolean {
  if (next === undefined || (act.act !== 'oblige' && act.act !== 'allow')) return false;
  return next.start > act.end && SAME_ACT.test(text.slice(act.end, next.start));
}

/** True where the act stands in a clause that a subordinator opens, with no verb of the main clause between. */
function isSubordinate(text: string, act: Sighting, grammar: ActGrammar, isEnglish: boolean): boolean {
  if (grammar.subordinator === null) return isChineseCondition(text, act);
  const before = text.slice(0, act.start);
  const clause = before.slice(boundary(before));
  const openers = [...clause.matchAll(openerOf(grammar.subordinator))];
  const [first] = openers;
  const last = openers.at(-1);
  if (first === undefined || last === undefined) return false;
  const words = clause
    .slice(last.index + last[0].length)
    .trim()
    .split(/\s+/u).length;
  if (words <= NEAR_WORDS) return true;
  return isEnglish ? finiteVerbs(clause.slice(first.index + first[0].length)) < openers.length : words < FAR_WORDS;
}

const openersKnown = new Map<string, RegExp>();

function openerOf(subordinator: string): RegExp {
  const known = openersKnown.get(subordinator) ?? new RegExp(subordinator, 'giu');
  openersKnown.set(subordinator, known);
  return known;
}

/** 'What a handler may keep, must be …': a relative clause before the noun that the rule is about. */
const RELATIVE = /^[^，。；]{0,20}的[^，。；的]{1,12}，(?:应当|不得|必须)/u;

/** A Chinese condition ends in 的 before a comma; what stands before that is no rule. */
function isChineseCondition(text: string, act: Sighting): boolean {
  const rest = text.slice(act.end);
  if (RELATIVE.test(rest)) return true;
  const close = rest.search(/[，；]/u);
  return close > 0 && rest[close - 1] === '的' && rest.slice(close).length > 2;
}

/** Where the last clause begins: after a comma, colon, semicolon or dash. */
function boundary(before: string): number {
  let at = 0;
  for (const match of before.matchAll(/[,;:—–]\s/gu)) at = match.index + match[0].length;
  return at;
}

function sentences(text: string): { span: Span; text: string }[] {
  const out: { span: Span; text: string }[] = [];
  let start = 0;
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    if (piece.trim() !== '') out.push({ span: { start, end }, text: piece });
    start = end;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (/^[.;]/u.test(match[0]) && end - start < LEAST_SENTENCE) continue;
    push(end);
  }
  push(text.length);
  return out;
}

/** The text with bracketed asides as blanks; short brackets (numbers, article references) stay. */
export function blankBrackets(text: string): string {
  let out = text;
  for (let i = 0; i < BRACKET_DEPTH; i += 1) {
    const next = out.replace(BRACKETED, (aside) =>
      /\p{L}{4}|\p{Script=Han}/u.test(aside) ? ' '.repeat(aside.length) : aside,
    );
    if (next === out) break;
    out = next;
  }
  return out;
}
