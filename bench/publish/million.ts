import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClauseAnnotation, Instrument, Provision } from '../../src/model/index.js';
import { openStudy } from '../../src/store/index.js';

/**
 * Makes a study of a million annotations (or of `--annotations N`) under `--folder DIR` and exports it from the built command line in each
 * streaming format. Prints seconds, size and peak memory. Usage: node --import tsx bench/publish/million.ts [--annotations N] [--folder DIR] [--formats a,b]
 */
const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const total = Number(option('annotations', '1000000'));
const folder = option('folder', 'bench/.million');
const formats = option('formats', 'csv,xlsx,jsonl,parquet,webannotation,labelstudio,doccano,brat,xmi,conll').split(',');

const ARTICLES = 250;
const CODES = ['transfer.general', 'standards.security'] as const;
const PER_INSTRUMENT = ARTICLES * CODES.length;
const WORDS = 'An exporter keeps a register of what it sends abroad, and shows it to the office on demand. ';

/** Runs the command line in its own process and tells the most memory it ever held, in KB. */
const PEAK =
  "process.argv.splice(1, 0, ''); process.argv.splice(1, 1); process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n')); import(require('node:url').pathToFileURL(require('node:path').resolve(process.argv[1])).href)";

if (process.env.LEXATLAS_KEEP === undefined) build();
console.log('format          seconds   MB out   peak MB');
for (const format of formats) {
  const out = join(
    folder,
    'out',
    format,
    format === 'xmi' || format === 'brat' || format === 'conll' ? '' : `${format}.out`,
  );
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  mkdirSync(join(folder, 'out', format), { recursive: true });
  const started = performance.now();
  const done = spawnSync(
    process.execPath,
    [
      '-e',
      PEAK,
      join('dist', 'cli', 'main.js'),
      'export',
      '--format',
      format,
      '--out',
      format === 'labelstudio' ? join(folder, 'out', format) : out,
      '--study',
      join(folder, 'study'),
    ],
    { encoding: 'utf8' },
  );
  if (done.status !== 0) console.log(format, done.stderr);
  const peak = /PEAK (\d+)/.exec(done.stderr)?.[1] ?? '0';
  const bytes = Number(execFileSync('du', ['-sb', join(folder, 'out')], { encoding: 'utf8' }).split('\t')[0]);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${format.padEnd(14)} ${seconds.toFixed(0).padStart(8)} ${(bytes / 1e6).toFixed(0).padStart(8)} ${(Number(peak) / 1024).toFixed(0).padStart(9)}`,
  );
}

function build(): void {
  rmSync(folder, { recursive: true, force: true });
  const store = openStudy(join(folder, 'study'), 'write');
  store.setMeta('codebook', readFileSync('annotations/codebook.json', 'utf8'));
  for (let i = 0; i * PER_INSTRUMENT < total; i += 1) {
    const law = lawOf(`xx/law-${i}`);
    store.putInstrument(String(i), law);
    store.putAnnotations(law.metadata.id, String(i), codingsOf(law), []);
  }
  store.publish();
  store.close();
}

function lawOf(id: string): Instrument {
  const provisions: Provision[] = Array.from({ length: ARTICLES }, (_, n) => {
    const span = { start: n * WORDS.length, end: (n + 1) * WORDS.length };
    return {
      ...{
        eId: `art_${n + 1}`,
        parent: null,
        kind: 'article',
        tier: 'basic',
        depth: 0,
        citation: `${n + 1}`,
        num: null,
      },
      ...{ heading: null, status: 'in-force', span, numSpan: null, headingSpan: null, ownSpans: [span] },
    } as const;
  });
  return {
    metadata: {
      ...{ id, title: `Law ${id}`, aliases: [], kind: 'statute', jurisdictions: ['XX'], language: 'en', made: null },
      ...{ inForce: null, repealed: null, status: 'unknown', source: null, licence: null, completeness: null },
      ...{ identifiers: {}, guessed: [] },
    },
    format: 'text',
    text: WORDS.repeat(ARTICLES),
    provisions,
    renditions: [],
    diagnostics: [],
  } as const;
}

function codingsOf(law: Instrument): ClauseAnnotation[] {
  return law.provisions.flatMap((p) =>
    CODES.map(
      (code) =>
        ({
          ...{
            provision: { instrument: law.metadata.id, eId: p.eId },
            code,
            annotator: 'rule:cues',
            modality: 'obligation',
          },
          ...{ force: 'hard', addressee: 'controller', quantities: [], confidence: 0.9, span: p.span },
          evidence: [{ by: `${code}#en.1`, span: p.span, weight: 1 }],
        }) as const,
    ),
  );
}
