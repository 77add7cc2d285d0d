import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldInstrument, GoldRow } from '../../bench/gold.js';
import type { Instrument, InstrumentKind, Provision, Span } from '../../src/model/index.js';
import { unknownMetadata } from '../../src/text/metadata.js';

const FOLDER = 'annotations/exemplars';
const KINDS: Readonly<Record<string, InstrumentKind>> = {
  agreement: 'agreement',
  convention: 'convention',
  act: 'statute',
  regulation: 'regulation',
  directive: 'regulation',
};

/**
 * Imitations of laws, written by this project to teach what the codebook means where gold is thin (annotations/exemplars/README.md):
 * learnt from in every fold, judged in none. Each `#` opens a law, `##` a chapter, `###` an article; a line is a paragraph, `- ` a
 * point under it, and braces at its end hold its codes.
 */
export function loadExemplars(): readonly GoldInstrument[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split(/^(?=# )/mu)
        .filter((law) => law.trim() !== '')
        .map((law, i) => exemplar(`exemplar/${file.replace('.md', '')}-${i + 1}`, law)),
    );
}

/** One imitation as an instrument with its codes. */
export function exemplar(id: string, source: string): GoldInstrument {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  const kind = /^kind: (\w+)$/mu.exec(source)?.[1] ?? '';
  const builder = new Builder();
  for (const line of lines) {
    const [, mark = '', words = '', codes = ''] = /^(#+ |- |kind: )?(.*?)\s*(?:\{([^}]*)\})?$/u.exec(line) ?? [];
    if (mark === '## ') builder.open('chapter', words);
    else if (mark === '### ') builder.open('article', words);
    else if (mark === '- ' || mark === '') builder.say(mark === '' ? 'paragraph' : 'point', words, codes);
  }
  const { text, provisions, rows } = builder.done();
  const instrument: Instrument = {
    metadata: {
      ...unknownMetadata(id, (lines[0] ?? id).replace(/^# /u, '')),
      kind: KINDS[kind] ?? 'statute',
    },
    format: 'exemplar',
    text,
    provisions,
    renditions: [],
    diagnostics: [],
  };
  return { id, group: id, instrument, rows };
}

type Growing = { -readonly [K in keyof Provision]: Provision[K] };

/** Grows a text and its tree line by line. */
class Builder {
  #text = '';
  readonly #provisions: Growing[] = [];
  readonly #rows: GoldRow[] = [];
  readonly #path: Growing[] = [];
  #count = 0;

  open(kind: 'chapter' | 'article', heading: string): void {
    const headingSpan = this.#write(heading);
    this.#add(kind, headingSpan, heading, headingSpan);
  }

  say(kind: 'paragraph' | 'point', words: string, codes: string): void {
    const span = this.#write(words);
    const { eId } = this.#add(kind, span, null, null);
    for (const code of codes.split(' ').filter((c) => c !== ''))
      this.#rows.push({ citation: eId, isExact: true, code, modality: '', force: '', eIds: [eId] });
  }

  done(): { readonly text: string; readonly provisions: readonly Provision[]; readonly rows: readonly GoldRow[] } {
    return { text: this.#text, provisions: this.#provisions, rows: this.#rows };
  }

  #write(words: string): Span {
    const start = this.#text.length;
    this.#text += `${words}\n`;
    return { start, end: start + words.length };
  }

  #add(kind: Level, span: Span, heading: string | null, headingSpan: Span | null): Growing {
    while (
      this.#path.length > 0 &&
      LEVELS.indexOf((this.#path.at(-1)?.kind ?? 'point') as Level) >= LEVELS.indexOf(kind)
    )
      this.#path.pop();
    const parent = this.#path.at(-1) ?? null;
    this.#count += 1;
    const provision: Growing = {
      eId: `${parent === null ? '' : `${parent.eId}__`}${kind}_${this.#count}`,
      parent: parent?.eId ?? null,
      kind,
      tier: kind === 'chapter' ? 'division' : kind === 'article' ? 'basic' : 'inner',
      depth: this.#path.length,
      num: null,
      citation: null,
      heading,
      status: 'in-force',
      span,
      numSpan: null,
      headingSpan,
      ownSpans: heading === null ? [span] : [],
    };
    for (const above of this.#path) above.span = { start: above.span.start, end: span.end };
    this.#provisions.push(provision);
    this.#path.push(provision);
    return provision;
  }
}

type Level = (typeof LEVELS)[number];
const LEVELS = ['chapter', 'article', 'paragraph', 'point'] as const;
