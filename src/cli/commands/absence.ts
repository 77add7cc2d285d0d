import type { Finding, NearMiss } from '../../model/index.js';
import { codebook, findings } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { loadCoder } from '../crew/coder.js';
import { InputError } from '../failure.js';
import { bold, dim } from '../output.js';
import { many, printData } from '../print.js';
import { type OpenStudy, openForReading } from '../study.js';
import { matchesCode } from './extract.js';

const COLUMNS = ['instrument', 'code', 'status', 'reason', 'read', 'found', 'nearest', 'nearest_score'];
const STATUSES: readonly Finding['status'][] = ['found', 'not-found', 'not-covered'];
const MARKS: Readonly<Record<Finding['status'], string>> = { found: '+', 'not-found': '–', 'not-covered': '?' };

/** Prints for each instrument and code whether it was found, searched for in vain (with what came nearest), or not covered. */
export const absenceCommand: Action = async ([names], options) => {
  const codes = many(options.code);
  const wanted = many(options.status);
  const strange = wanted.find((s) => !(STATUSES as readonly string[]).includes(s));
  if (strange !== undefined) throw new InputError(`There is no status '${strange}'.`, `Use ${STATUSES.join(', ')}.`);
  const study = openForReading(options);
  try {
    const coder = loadCoder(options);
    const book = study.store.meta('codebook');
    const own = { ...coder, codebook: book === null ? coder.codebook : codebook(book, 'the study') };
    const ids = (names as string[]).map((name) => study.resolve(name));
    const all = (ids.length === 0 ? study.catalogue.map((m) => m.id) : ids).flatMap((id) => {
      const { instrument, annotations } = study.codedInstrument(id);
      return findings(instrument, annotations, study.store.handAnnotations(id), own).filter(
        (f) => matchesCode(f.code, codes) && (wanted.length === 0 || wanted.includes(f.status)),
      );
    });
    if (options.format === 'json') process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    else printData(all.map(row), COLUMNS, options, () => words(all, study));
  } finally {
    study.close();
  }
};

function row(f: Finding): Record<string, string | number | null> {
  const [best] = f.nearest;
  return {
    instrument: f.instrument,
    code: f.code,
    status: f.status,
    reason: f.reason,
    read: f.read,
    found: f.found,
    nearest: best?.citation ?? null,
    nearest_score: best === undefined ? null : Number(best.score.toFixed(3)),
  };
}

function words(all: readonly Finding[], study: OpenStudy): string {
  const lines: string[] = [];
  for (const id of new Set(all.map((f) => f.instrument))) {
    const text = study.codedInstrument(id).instrument.text;
    lines.push(bold(id));
    for (const f of all.filter((x) => x.instrument === id)) {
      lines.push(`  ${MARKS[f.status]} ${f.code.padEnd(32)} ${f.status}: ${f.reason}`);
      lines.push(...f.nearest.map((n) => dim(`      ${n.score.toFixed(2)} ${n.citation}${near(n, text)}`)));
    }
  }
  return `${lines.join('\n')}\n`;
}

function near(n: NearMiss, text: string): string {
  const span = n.evidence.find((e) => e.span !== null)?.span ?? null;
  const quote = span === null ? '' : ` “${text.slice(span.start, span.end).replace(/\s+/g, ' ')}”`;
  return `${quote}${n.isRejected ? ' (ruled out by a person)' : ''}`;
}
