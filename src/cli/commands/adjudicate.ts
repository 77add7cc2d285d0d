import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Codebook } from '../../model/index.js';
import { type AdoptFormat, docket, type GoldRow, nameOf, type Question } from '../../pipeline/index.js';
import { wordsIn } from '../../text/provisions.js';
import { readCoding } from '../codings/coding.js';
import { type Ruling, readRulings, writeRulings } from '../codings/ledger.js';
import type { Action } from '../command.js';
import { UsageError } from '../failure.js';
import { bold, dim, say } from '../output.js';
import { text } from '../print.js';
import { type OpenStudy, openForReading, studyFolder } from '../study.js';

const HELP = [
  '  1, 2 …  as that coder has it        y  the code applies, as the first who gave it has it',
  '  n       the code does not apply     s  leave it open, go on',
  '  b       back: take the last decision away and ask again',
  '  q       stop here; the same command goes on from here later',
  '  Words after the answer are kept as its note: n only procedure',
].join('\n');

/** Walks through what coders disagree on, in the terminal or from lines on stdin, and writes gold with who decided what. */
export const adjudicateCommand: Action = async ([files], options) => {
  const paths = (files as string[]).map(String);
  const out = text(options.out);
  const adjudicator = text(options.adjudicator);
  if (paths.length < 2) throw new UsageError('There is nothing to decide between.', 'Name two coders’ files or more.');
  if (out === null) throw new UsageError('No file to write the gold to.', 'Name it: --out gold.csv');
  if (adjudicator === null || !/^human:\S+$/u.test(adjudicator))
    throw new UsageError('It must be known who decides.', 'Say who you are: --adjudicator human:your-name');
  const study = existsSync(studyFolder(options)) ? openForReading(options) : null;
  try {
    const format = text(options.codings) as AdoptFormat | null;
    const codings = await Promise.all(paths.map((path) => readCoding(path, format, study)));
    const { settled, questions } = docket(codings);
    const earlier = new Map(readRulings(out).map((r) => [nameOf(r.row), r]));
    for (const row of settled)
      if (!earlier.has(nameOf(row))) earlier.set(nameOf(row), { row, adjudicator: 'agreement', coders: 'all alike' });
    writeRulings(out, [...earlier.values()]);
    const open = questions.filter((q) => !earlier.has(nameOf(q)));
    say(
      `${settled.length} codings are alike; ${questions.length - open.length} decided before; ${open.length} to decide.`,
    );
    const left = await sitting(open, earlier, { out, adjudicator, study });
    say(left === 0 ? `All is decided: ${out}` : `${left} left open. The same command goes on from here: ${out}`);
  } finally {
    study?.close();
  }
};

interface Bench {
  readonly out: string;
  readonly adjudicator: string;
  readonly study: OpenStudy | null;
}

/** Asks one question after another and writes after each answer. Returns how many are left open. */
async function sitting(open: readonly Question[], rulings: Map<string, Ruling>, bench: Bench): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const answers = lines[Symbol.asyncIterator]();
  const done: string[] = [];
  let at = 0;
  try {
    for (;;) {
      const question = open[at];
      if (question === undefined && done.length === 0) break;
      process.stdout.write(
        question === undefined
          ? '\nThat was the last one. Enter ends; b takes the last decision back.\n> '
          : `\n${asked(question, at, open.length, bench.study)}\n> `,
      );
      const { value, done: isOver } = await answers.next();
      if (isOver === true) break;
      const [, word = '', note = ''] = /^\s*(\S*)\s*(.*?)\s*$/u.exec(String(value)) ?? [];
      if (word === 'q' || (question === undefined && word !== 'b')) break;
      if (word === 's') at += 1;
      else if (word === 'b' || question === undefined) {
        const last = done.pop();
        if (last === undefined) process.stdout.write('There is no decision of this sitting to take back.\n');
        else {
          rulings.delete(last);
          writeRulings(bench.out, [...rulings.values()]);
          at = open.findIndex((q) => nameOf(q) === last);
        }
      } else {
        const row = ruled(question, word, note);
        if (row === null) {
          process.stdout.write(`${HELP}\n`);
          continue;
        }
        rulings.set(nameOf(row), { row, adjudicator: bench.adjudicator, coders: saidBy(question) });
        done.push(nameOf(row));
        writeRulings(bench.out, [...rulings.values()]);
        at += 1;
      }
    }
  } finally {
    lines.close();
  }
  return open.filter((q) => !rulings.has(nameOf(q))).length;
}

/** The row that an answer makes; null for a word that is no answer. */
function ruled({ answers, ...place }: Question, word: string, note: string): GoldRow | null {
  const blank = { ...place, modality: null, force: null, note: note || null, rejects: word === 'n' };
  if (word === 'n') return blank;
  const chosen = word === 'y' ? answers.find((a) => a.row !== null && !a.row.rejects) : answers[Number(word) - 1];
  if (!/^(?:y|\d+)$/u.test(word) || chosen === undefined) return null;
  return chosen.row === null ? { ...blank, rejects: true } : { ...chosen.row, note: note || chosen.row.note };
}

function asked(
  { instrument, provision, code, answers }: Question,
  at: number,
  total: number,
  study: OpenStudy | null,
): string {
  const words = study === null ? null : wordsOf(study, instrument, provision);
  return [
    bold(`${at + 1}/${total}  ${instrument} ${provision}  ${code}`),
    ...(study === null ? [] : [dim(definitionOf(study, code))]),
    ...(words === null ? [] : [words]),
    ...answers.map(({ coder, row }, i) => `  ${i + 1}  ${coder}: ${said(row)}`),
    dim('  1, 2 …: as that coder; y, n, s(kip), b(ack), q(uit), ? for help'),
  ].join('\n');
}

function said(row: GoldRow | null): string {
  if (row === null) return 'no';
  if (row.rejects) return `no, ruled out${row.note === null ? '' : ` (${row.note})`}`;
  const how = [row.modality, row.force, row.note].filter((part) => part !== null).join(', ');
  return how === '' ? 'yes' : `yes: ${how}`;
}

const saidBy = ({ answers }: Question): string => answers.map((a) => `${a.coder}: ${said(a.row)}`).join('; ');

/** What the codebook of the study says of the code; '' for a code that it does not have. */
function definitionOf(study: OpenStudy, code: string): string {
  const codebook = JSON.parse(study.store.meta('codebook') ?? '{"codes":[]}') as Pick<Codebook, 'codes'>;
  const found = codebook.codes.find((c) => c.id === code);
  if (found === undefined) return '';
  return `${found.definition}${found.exclude === '' ? '' : ` · not: ${found.exclude}`}`;
}

/** The provision's own words, where the study has them. */
function wordsOf(study: OpenStudy, instrument: string, citation: string): string | null {
  const [eId] = study.store.cited(instrument, citation);
  const excerpt = eId === undefined ? null : study.store.excerpt({ instrument, eId });
  const provision = excerpt?.provisions.find((p) => p.eId === eId);
  return excerpt === null || provision === undefined ? null : wordsIn(excerpt, provision.span).trim();
}
