import type { Occurrence, SearchAnswer, SearchHit } from '../../search/index.js';
import { bold, dim } from '../output.js';

/** Line beginnings of a concordance stand this far left of the keyword. */
const LEFT_WIDTH = 46;
const RIGHT_WIDTH = 46;
/** Parties named in a result's line; an agreement of more says how many. */
const PARTIES_SHOWN = 4;

/** The answer for a person at a terminal. */
export function answerText(answer: SearchAnswer, offset: number): string {
  const { hits, total, reading, suggestion, notice } = answer;
  // Before the hits: what they are not must be read first.
  const head = notice === null ? '' : `${clean(notice)}\n${hits.length > 0 ? '\n' : ''}`;
  const lines = hits.map(hitText);
  const notes = [
    ...(reading === 'some-words' && hits.length > 0
      ? [
          `${total === 0 ? 'No provision holds' : `${total} ${total === 1 ? 'holds' : 'hold'}`} all of these words; those marked ~ lack some.`,
        ]
      : []),
    ...(suggestion === null ? [] : [`Did you mean: ${suggestion}`]),
  ];
  if (reading === 'like')
    return `${head}${lines.join('\n')}\n${hits.length} likest shown, of ${total} that share a telling word with it.\n`;
  const last = offset + hits.length;
  const shown =
    hits.length === 0 ? '' : `; ${offset === 0 ? `${hits.length} shown` : `${offset + 1} to ${last} shown`}`;
  const more = last < total && hits.length > 0 ? `, --offset ${last} shows more` : '';
  return `${head}${lines.join('\n')}${lines.length > 0 ? '\n' : ''}${notes.map((n) => `${n}\n`).join('')}${total} found${shown}${more}.\n`;
}

function hitText(hit: SearchHit): string {
  const facts = [parties(hit.jurisdictions), hit.kind, hit.date?.slice(0, 4) ?? ''].filter((x) => x !== '').join(' · ');
  const path = hit.path.map(clean).join(' › ');
  return [
    `${hit.holdsAll ? '' : '~ '}${bold(clean(`${hit.instrument} ${hit.provision}`))}  ${dim(`${clean(facts)}  ${hit.score.toFixed(2)}`)}`,
    ...(path === '' ? [] : [dim(`  ${path}`)]),
    `  ${marked(hit)}`,
    ...(hit.codes.length > 0
      ? [dim(`  ${hit.codes.join(' ')}${hit.forces.length > 0 ? ` (${hit.forces.join(', ')})` : ''}`)]
      : []),
    '',
  ].join('\n');
}

/** Keyword in context, the keywords under one another. Wide (Chinese, Japanese, Korean) characters count as two columns. */
export function concordanceText(lines: readonly (Occurrence & { readonly instrument: string })[]): string {
  return lines
    .map((o) => {
      const left = fromEnd(clean(o.left), LEFT_WIDTH);
      const right = fromStart(clean(o.right), RIGHT_WIDTH);
      return `${left}${bold(clean(o.keyword))}${right}  ${dim(`${o.instrument} ${o.provision.citation ?? o.provision.eId}`)}\n`;
    })
    .join('');
}

/** The snippet with its matched words in bold. */
function marked({ snippet, marks }: SearchHit): string {
  let out = '';
  let at = 0;
  for (const mark of marks) {
    out += clean(snippet.slice(at, mark.start)) + bold(clean(snippet.slice(mark.start, mark.end)));
    at = mark.end;
  }
  return out + clean(snippet.slice(at));
}

function parties(all: readonly string[]): string {
  return all.length <= PARTIES_SHOWN
    ? all.join(', ')
    : `${all.slice(0, PARTIES_SHOWN).join(', ')} and ${all.length - PARTIES_SHOWN} more`;
}

/** A law's text may hold anything: nothing of it may steer the terminal or turn the line around. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

function columns(text: string): number {
  let width = 0;
  for (const c of text) width += columnsOf(c);
  return width;
}

function columnsOf(c: string): number {
  if (/\p{M}/u.test(c)) return 0;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(c)
    ? 2
    : 1;
}

function fromEnd(text: string, width: number): string {
  let kept = '';
  for (const c of [...text].reverse()) {
    if (columns(kept) + columnsOf(c) > width) break;
    kept = c + kept;
  }
  return ' '.repeat(width - columns(kept)) + kept;
}

function fromStart(text: string, width: number): string {
  let kept = '';
  for (const c of text) {
    if (columns(kept) + columnsOf(c) > width) break;
    kept += c;
  }
  return kept + ' '.repeat(width - columns(kept));
}
