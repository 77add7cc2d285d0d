import { readFileSync } from 'node:fs';
import { loadExemplars } from '../../scripts/training/exemplars.js';
import { type HeldClaim, heldOut, reviewedOut, type Setting, unseen } from '../../scripts/training/folds.js';
import { casesOf, type Verdict, verdicts } from '../../scripts/training/judge.js';
import { bagOfWords } from '../../scripts/training/learn/bag.js';
import type { Parts } from '../../scripts/training/learn/fit.js';
import { type Lessons, planOf } from '../../scripts/training/plan.js';
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
/** Texts are left out in so many folds: with a model for every pair of folds behind the trees, one text at a time would take an hour. */
const FOLDS = 6;
const HEAD = ['', 'P', 'R', 'F1', 'hits', 'extra', 'missed'].join('\t');
const PARTS: Readonly<Record<string, Parts>> = {
  'cues with learnt weights': { cues: true, words: false },
  'classifier only': { cues: false, words: true },
};

/** Quality of coding against gold, leave one instrument out throughout, as tables. */
export async function benchAnnotate(): Promise<string> {
  const gold = await loadGold();
  if (gold.length === 0) return 'No gold text here: set LEXATLAS_CORPUS to measure coding.';
  const book = codebook(readFileSync(BOOK, 'utf8'), BOOK);
  const codes = book.codes.map((c) => c.id);
  const vocabulary = new Vocabulary();
  const lessons: Lessons = {
    gold,
    twins: await loadTwins(),
    readings: await loadReadings(),
    imitations: [...(await loadArchetypes()), ...loadExemplars()],
  };
  const { twins, readings, imitations } = lessons;
  const samples = samplesOf([...gold, ...twins, ...readings, ...imitations], book, vocabulary);
  const judge = (held: ReadonlyMap<string, readonly HeldClaim[]>): Verdict[] => {
    const judges = casesOf(gold, held);
    return verdicts([...judges, ...casesOf(twins, held)], judges, codes);
  };
  const setting = (parts: Parts, known: readonly Sample[] = samples): Setting => ({
    samples: known,
    codes,
    vocabulary,
    parts,
    plan: planOf(lessons, FOLDS),
  });
  const whole = setting({ cues: true, words: true });
  const table = unseen(whole);
  const all = judge(reviewedOut(whole, table, true));
  const linear = judge(heldOut(whole, table)).filter((v) => gold.includes(v.gold));
  const judgeQuickly = (parts: Parts, known: readonly Sample[] = samples): Verdict[] => {
    const quick = setting(parts, known);
    return judge(heldOut(quick, unseen(quick))).filter((v) => gold.includes(v.gold));
  };
  const isGold = (v: Verdict): boolean => gold.includes(v.gold);
  const verdict = all.filter(isGold);
  const ablations = Object.entries(PARTS).map(([name, parts]) =>
    line(`${name} (no trees)`, total(judgeQuickly(parts))),
  );
  const bag = judgeQuickly({ cues: false, words: true }, bagOfWords(samples, vocabulary));
  return [
    `The gold was coded by careful reading with machine assistance. Article level; each instrument is judged by a model that saw neither it nor its translations (${FOLDS} folds):`,
    'weights, trees, calibration and thresholds come from the other instruments, weights and trees also from the readings, weights from the archetypes and the exemplars.',
    HEAD,
    line('all instruments', total(verdict)),
    line('English', total(verdict.filter((v) => v.gold.instrument.metadata.language === 'en'))),
    ...core(verdict),
    ...byLanguage(verdict),
    ...units(verdict),
    '\nAblations, all instruments',
    line('cues with weights set by hand', byHand(gold, book)),
    ...ablations,
    line('bag of words, TF-IDF, linear', total(bag)),
    line('both, no trees', total(linear)),
    line('both, reviewed by trees', total(verdict)),
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
