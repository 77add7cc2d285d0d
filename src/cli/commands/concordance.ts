import type { Codebook, Concordance, ConcordanceCell, Finding, ProvisionRef } from '../../model/index.js';
import { codebook, findings } from '../../pipeline/index.js';
import { loadCoder } from '../crew/coder.js';
import { InputError } from '../failure.js';
import { bold, table } from '../output.js';
import { many, printData } from '../print.js';
import type { OpenStudy } from '../study.js';

const COLUMNS = ['code', 'rule', 'jurisdiction', 'status', 'provisions', 'force', 'evidence'];
/** Codes that a topic prints at most, the best first. */
const MOST_CODES = 3;

type Options = Readonly<Record<string, unknown>>;

/** The codebook that the study was coded with, else the one shipped. */
export function bookOf(study: OpenStudy): Codebook {
  const stored = study.store.meta('codebook');
  return stored === null ? loadCoder({}).codebook : codebook(stored, 'the study');
}

/**
 * The codes that a topic's words name, best first: words in a code's name or label count for more than words in its definition. A code answers
 * that has all of the words; examples of what it takes in count only where its name has a word too, for an example in passing is no topic.
 * @throws InputError naming the nearest codes where none has all of the words.
 */
export function codesOf(topic: string, study: OpenStudy): readonly string[] {
  const { codes } = bookOf(study);
  const stems = wordsOf(topic);
  const scored = codes.map((code) => {
    const name = wordsOf(`${code.id} ${code.label}`);
    const [defined, examples] = [wordsOf(code.definition), wordsOf(code.include)];
    const has = (words: readonly string[], stem: string) => words.some((w) => w.startsWith(stem) || stem.startsWith(w));
    const spoken = stems.some((s) => has(name, s)) ? [...name, ...defined, ...examples] : defined;
    const score = stems.reduce((n, s) => n + (has(name, s) ? 3 : has([...defined, ...examples], s) ? 1 : 0), 0);
    return { id: code.id, score, answers: stems.length > 0 && stems.every((s) => has(spoken, s)) };
  });
  scored.sort((a, b) => b.score - a.score);
  const answering = scored.filter((s) => s.answers);
  if (answering.length > 0)
    return answering
      .filter((s) => s.score === answering[0]?.score)
      .map((s) => s.id)
      .slice(0, MOST_CODES);
  const near = scored.filter((s) => s.score > 0).slice(0, MOST_CODES);
  const listed =
    near.length > 0
      ? `Nearest by single words: ${near.map((s) => s.id).join(', ')} (--code takes one)`
      : `Use words of its codes, such as ${codes
          .slice(0, 4)
          .map((c) => c.label)
          .join(', ')}`;
  throw new InputError(
    `No code of the codebook speaks of '${topic}'.`,
    `${listed}; or lexatlas search '${topic}' for the words themselves.`,
  );
}

/** Words of three letters or more, without endings that tell a noun from its plural. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []).map((w) => w.replace(/(ies|es|s)$/, '').slice(0, 8));
}

/** Prints the concordance of each code: with text what was found and how many are silent; with csv and json every cell, empty ones with what is known of their silence. */
export function printConcordances(study: OpenStudy, codes: readonly string[], options: Options): void {
  const wanted = many(options.jurisdiction).map((j) => j.toUpperCase());
  const all = codes.flatMap((code) => {
    const concordance = study.store.concordance(code);
    if (concordance === null)
      throw new InputError(
        `The study has no concordance for the code '${code}'.`,
        'lexatlas extract lists the codes; run lexatlas run first.',
      );
    return rowsOf(study, concordance, wanted, options);
  });
  const rows = options.format === 'csv' ? all.map((r) => ({ ...r, provisions: r.provisions.join('; ') })) : all;
  printData(rows, COLUMNS, options, () =>
    codes
      .map((code) => {
        const mine = all.filter((r) => r.code === code);
        const shown = mine.filter((r) => r.status === 'found' || options.evidence === true);
        const rules = new Set(mine.map((r) => r.rule)).size;
        const columns = new Set(mine.map((r) => r.jurisdiction)).size;
        return `${bold(code)}: ${rules} rules, ${columns} jurisdictions\n${table(shown, COLUMNS.slice(1))}`;
      })
      .join('\n'),
  );
}

type Row = {
  readonly code: string;
  readonly rule: string;
  readonly jurisdiction: string;
  readonly status: ConcordanceCell['status'];
  readonly provisions: readonly string[];
  readonly force: ConcordanceCell['force'];
  /** For an empty cell what is known of the silence; '' for a full one. */
  readonly evidence: string;
};

function rowsOf(study: OpenStudy, concordance: Concordance, wanted: readonly string[], options: Options): Row[] {
  const cite = (p: ProvisionRef) => `${p.instrument} ${study.citationOf(p)}`;
  const elsewhere = new Map<string, string[]>();
  for (const row of concordance.rows)
    for (const cell of row.cells)
      if (cell.status === 'found')
        elsewhere.set(cell.jurisdiction, [...(elsewhere.get(cell.jurisdiction) ?? []), ...cell.provisions.map(cite)]);
  const silences = new Map<string, string>();
  const silence = (jurisdiction: string): string => {
    const known = silences.get(jurisdiction) ?? silenceOf(study, concordance.code, jurisdiction, options);
    silences.set(jurisdiction, known);
    return known;
  };
  const evidence = (cell: ConcordanceCell): string => {
    if (cell.status === 'found') return '';
    const others = elsewhere.get(cell.jurisdiction);
    if (others !== undefined) return `not this rule; the code is at ${others.slice(0, 3).join('; ')}`;
    return options.evidence === true ? silence(cell.jurisdiction) : '';
  };
  return concordance.rows.flatMap((row) =>
    row.cells
      .filter((cell) => wanted.length === 0 || wanted.includes(cell.jurisdiction.toUpperCase()))
      .map((cell) => ({
        code: concordance.code,
        rule: row.label,
        jurisdiction: cell.jurisdiction,
        status: cell.status,
        provisions: cell.provisions.map(cite),
        force: cell.force,
        evidence: evidence(cell),
      })),
  );
}

/** Instruments of a jurisdiction that are searched for the reasons of its silence: its statutes before its treaties. */
const MOST_SEARCHED = 6;

/** Why a jurisdiction is silent on a code, law by law: searched in vain and what came nearest, or not covered and why. */
function silenceOf(study: OpenStudy, code: string, jurisdiction: string, options: Options): string {
  const coder = { ...loadCoder(options), codebook: bookOf(study) };
  const laws = study.catalogue
    .filter((m) => m.id === jurisdiction || m.jurisdictions.includes(jurisdiction))
    .sort((a, b) => rank(a.kind) - rank(b.kind));
  const told = laws.slice(0, MOST_SEARCHED).flatMap(({ id }) => {
    const { instrument, annotations } = study.codedInstrument(id);
    const finding = findings(instrument, annotations, study.store.handAnnotations(id), coder).find(
      (f) => f.code === code,
    );
    return finding === undefined ? [] : [`${id}: ${inWords(finding)}`];
  });
  const rest = laws.length - told.length;
  return `${told.join(' | ')}${rest > 0 ? ` | ${rest} more laws or treaties; lexatlas absence tells of each` : ''}`;
}

const rank = (kind: string) => (kind === 'agreement' || kind === 'convention' ? 1 : 0);

function inWords(f: Finding): string {
  const near = f.nearest.map((n) => `${n.citation} (${n.score.toFixed(2)})`).join(', ');
  return `${f.status}, ${f.reason}${near === '' ? '' : ` Nearest: ${near}.`}`;
}
