import { readFileSync } from 'node:fs';
import { bagOfWords } from '../../scripts/training/bag.js';
import { loadExemplars } from '../../scripts/training/exemplars.js';
import type { Parts } from '../../scripts/training/fit.js';
import { heldOut } from '../../scripts/training/folds.js';
import { casesOf, type Verdict, verdicts } from '../../scripts/training/judge.js';
import { type Sample, samplesOf, Vocabulary } from '../../scripts/training/samples.js';
import { annotate } from '../../src/annotate/index.js';
import { codebook } from '../../src/codebook/index.js';
import type { Codebook } from '../../src/model/index.js';
import { articleOf, type GoldInstrument, loadArchetypes, loadGold, loadReadings, loadTwins } from '../gold.js';
import { compare, line, sum } from '../measures.js';
import { failures } from './failures.js';
import { agreements, byCode, byFamily, byInstrument, byLanguage, core, reliability, units } from './tables.js';
import { abroad } from './treaties.js';

const BOOK = 'annotations/codebook.json';
const HEAD = ['', 'P', 'R', 'F1', 'hits', 'extra', 'missed'].join('\t');
const PARTS: Readonly<Record<string, Parts>> = {
  'cues with learnt weights': { cues: true, words: false },
  'classifier only': { cues: false, words: true },
};

/** Quality of coding against gold, leave one instrument out throughout, as tables. */
export async function benchAnnotate(): Promise<string> {
  const gold = await loadGold();
  if (gold.length === 0) return 'No gold text here: set LEXATLAS_CORPUS to measure coding.';
  const twins = await loadTwins();
  const book = codebook(readFileSync(BOOK, 'utf8'), BOOK);
  const codes = book.codes.map((c) => c.id);
  const vocabulary = new Vocabulary();
  const taught = [...(await loadReadings()), ...(await loadArchetypes()), ...loadExemplars()];
  const samples = samplesOf([...gold, ...twins, ...taught], book, vocabulary);
  const silent = new Set(twins.filter((t) => t.rows.length === 0).map((t) => t.group));
  // Taught in every fold and judged in none; a reading of a law that is judged in two languages teaches nothing here.
  const always = new Set(taught.map((t) => t.group).filter((g) => !silent.has(g)));
  const judge = (parts: Parts, folds: number | null, known: readonly Sample[] = samples): Verdict[] => {
    const held = heldOut(
      known,
      codes,
      vocabulary,
      parts,
      (g) => always.has(g),
      (g) => silent.has(g),
      folds,
    );
    const judges = casesOf(gold, held);
    return verdicts([...judges, ...casesOf(twins, held)], judges, codes);
  };
  const all = judge({ cues: true, words: true }, null);
  const isGold = (v: Verdict): boolean => gold.includes(v.gold);
  const verdict = all.filter(isGold);
  const ablations = Object.entries(PARTS).map(([name, parts]) =>
    line(`${name} (six folds)`, total(judge(parts, 6).filter(isGold))),
  );
  const bag = judge({ cues: false, words: true }, 6, bagOfWords(samples, vocabulary)).filter(isGold);
  return [
    'The gold was coded by careful reading with machine assistance. Article level, leave one instrument out:',
    'weights, calibration and thresholds come from the other instruments, weights also from the readings, the archetypes and the exemplars.',
    HEAD,
    line('all instruments', total(verdict)),
    line('English', total(verdict.filter((v) => v.gold.instrument.metadata.language === 'en'))),
    ...core(verdict),
    ...byLanguage(verdict),
    ...units(verdict),
    '\nAblations, all instruments',
    line('cues with weights set by hand', byHand(gold, book)),
    ...ablations,
    line('bag of words, TF-IDF, linear (six folds)', total(bag)),
    line('both', total(verdict)),
    '\nInstruments',
    ...byInstrument(verdict),
    '\nFamilies of codes',
    ...byFamily(verdict),
    '\nCodes',
    ...byCode(verdict, codes),
    '\nReliability: claims of like confidence, and how many of them readers made too',
    ...reliability(verdict),
    '\nOne law in two languages: (article, code) pairs found in both',
    ...agreements(all),
    '\nAgreements: articles outside digital, telecommunications, financial-services and exceptions chapters',
    ...(await abroad(book)),
    '\nThe ten worst codes (of those with ten cases or more): three false alarms and three misses each',
    ...failures(verdict, codes),
  ].join('\n');
}

function total(verdicts: readonly Verdict[]) {
  return sum(verdicts.map((v) => compare(v.expected, v.found)));
}

/** The cues alone, with the weights that their writer gave them: what a codebook without a trained model does. */
function byHand(gold: readonly GoldInstrument[], book: Codebook) {
  return sum(
    gold.map(({ instrument, rows }) => {
      const article = new Map(instrument.provisions.map((p) => [p.eId, articleOf(instrument, p)]));
      const expected = new Set(rows.flatMap((r) => r.eIds.map((e) => `${article.get(e)} ${r.code}`)));
      const found = new Set(annotate(instrument, book).map((a) => `${article.get(a.provision.eId)} ${a.code}`));
      return compare(expected, found);
    }),
  );
}
