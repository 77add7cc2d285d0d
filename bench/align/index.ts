import { FITTED } from '../../src/align/pair/fitted.js';
import { chooseLinks, rank, withFeatures } from '../../src/align/pair/links.js';
import { profile } from '../../src/align/profile.js';
import { loadCoder } from '../../src/cli/crew/coder.js';
import { annotateOne } from '../../src/pipeline/index.js';
import { baselines } from './baselines.js';
import { type Coder, type GoldPair, goldCoder, loadPairs, loadReadings } from './data.js';
import { learn, type Measured, measure, sorted } from './fit.js';
import { cite, linking, type Rows, ranking } from './judge.js';
import { CLASSES, confuse, relations } from './relations.js';
import { calibrationError, inBands, noBands, reliability } from './reliability.js';
import { renditions } from './renditions.js';

const HEADER = 'pair\tmethod\ttop-1\thit@5\trecall@5\tlinks F1\tnone F1\tfirst link\trelation';

/**
 * Tables of alignment quality against the development gold, with the machine's codes, without any, and with the gold's: per pair and macro.
 * `learned` rows leave the measured pair out of the fit; `shipped` is what `align` does, its weights fitted on all pairs. With the machine's codes
 * the pairs read for training teach too (`annotations/pairs`, of which none is measured); the other tables are learned from the gold alone.
 * With `misses`, the left units whose first counterpart is not gold are listed too.
 */
export async function benchAlign(misses = false): Promise<string> {
  const coder = loadCoder({});
  const codings: readonly (readonly [string, Coder])[] = [
    ["with the machine's codes (as align runs)", (i) => annotateOne(i, coder)],
    ['without codes', () => []],
    ["with the gold's codes where there are any", goldCoder],
  ];
  const out = [
    'The gold alignments were made by careful reading with machine assistance; legal scholars have not re-coded them yet.',
  ];
  for (const [n, [name, code]] of codings.entries()) {
    const pairs = await loadPairs(code);
    if (pairs === null) return 'align: skipped, no ../shared/gold beside the corpus';
    const readings = n === 0 ? await loadReadings(code) : [];
    out.push('', `## ${name}${n === 0 ? '' : ', learned from the gold alone'}`, ...table(pairs, readings, misses));
  }
  out.push('', ...(await renditions()));
  return out.join('\n');
}

function table(pairs: readonly GoldPair[], readings: readonly GoldPair[], misses: boolean): readonly string[] {
  const isFull = readings.length > 0;
  const lines = [HEADER];
  const sums = new Map<string, number[][]>();
  const add = (pair: string, method: string, figures: readonly number[]) => {
    lines.push([pair, method, ...figures.map((f) => (Number.isNaN(f) ? '-' : f.toFixed(3)))].join('\t'));
    sums.set(method, [...(sums.get(method) ?? []), [...figures]]);
  };
  const bands = { same: noBands(), across: noBands() };
  const links = { same: noBands(), across: noBands() };
  const confusion = CLASSES.map(() => CLASSES.map(() => 0));
  const sets: readonly Measured[] = pairs.map((p) => measure(p));
  const taught = readings.map((p) => measure(p, 1));
  for (const [at, pair] of pairs.entries()) {
    const name = pair.left.instrument.metadata.id;
    const weights = learn([...sets.filter((_, other) => other !== at), ...taught]);
    const measured = sets[at];
    const set = measured === undefined ? undefined : sorted(measured, weights.matters);
    const seen = set?.seen;
    const learned = rank(profile(pair.left), profile(pair.right), weights, seen);
    add(name, 'learned (pair left out)', [
      ...ranking(pair, learned),
      ...linking(pair, chooseLinks(learned, weights.links)),
      set === undefined ? Number.NaN : relations(set, learned, weights),
    ]);
    const tongue = set?.isAcross === true ? 'across' : 'same';
    reliability(pair, learned, bands[tongue]);
    reliability(pair, chooseLinks(learned, weights.links), links[tongue]);
    if (set !== undefined) confuse(set, learned, weights, confusion);
    if (misses && isFull) lines.push(...listMisses(pair, learned));
    if (!isFull) continue;
    const asShipped = measured === undefined ? undefined : sorted(measured, FITTED.matters).seen;
    const shipped = rank(profile(pair.left), profile(pair.right), FITTED, asShipped);
    add(name, 'shipped', [
      ...ranking(pair, shipped),
      ...linking(pair, chooseLinks(shipped)),
      set === undefined ? Number.NaN : relations(set, shipped, FITTED),
    ]);
    for (const [method, measureOne] of baselines(pair)) {
      const rows = profile(pair.left).units.map((left, i) =>
        profile(pair.right)
          .units.flatMap((right, j) => {
            const features = pair.gold.has(cite(left)) ? seen?.[i]?.[j] : undefined;
            return features === undefined ? [] : [withFeatures(left, right, features, 0)];
          })
          .map((c) => ({ ...c, score: measureOne(c) }))
          .sort((a, b) => b.score - a.score || a.right.unit.span.start - b.right.unit.span.start),
      );
      add(name, method, [...ranking(pair, rows), Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    }
  }
  for (const [method, rows] of sums) {
    const macro = [0, 1, 2, 3, 4, 5, 6].map((k) => {
      const known = rows.flatMap((r) => (Number.isNaN(r[k] ?? Number.NaN) ? [] : [r[k] ?? 0]));
      return known.length === 0 ? '-' : (known.reduce((a, b) => a + b, 0) / known.length).toFixed(3);
    });
    lines.push(['MACRO', method, ...macro].join('\t'));
  }
  lines.push('', 'Each pair left out of the fit, then all together:');
  lines.push('score from\tpairs\tmean score\tshare gold\tlinks\tmean score\tshare gold');
  for (const tongue of ['same', 'across'] as const) {
    lines.push(tongue === 'same' ? 'in one language' : 'across languages', ...inBands(bands[tongue], links[tongue]));
    const [all, linked] = [calibrationError(bands[tongue]), calibrationError(links[tongue])];
    lines.push(`calibration error\tall ${all.toFixed(3)}\tlinks ${linked.toFixed(3)}`);
  }
  lines.push('', ['gold relation (rightly linked)', ...CLASSES.map((c) => `said ${c}`)].join('\t'));
  lines.push(...confusion.map((row, k) => [CLASSES[k], ...row].join('\t')));
  return lines;
}

function listMisses(pair: GoldPair, rows: Rows): readonly string[] {
  const byLeft = new Map(rows.flatMap((r) => (r[0] === undefined ? [] : [[cite(r[0].left), r] as const])));
  return [...pair.gold].flatMap(([left, gold]) => {
    const row = byLeft.get(left) ?? [];
    const first = row[0] === undefined ? '' : cite(row[0].right);
    if (gold.size === 0 || gold.has(first)) return [];
    const five = row.slice(0, 5).map((c) => `${cite(c.right)} ${c.score.toFixed(2)}`);
    return [`  missed ${left}: gold ${[...gold.keys()].join(', ')}; found ${five.join(', ')}`];
  });
}
