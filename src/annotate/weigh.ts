import type { Instrument } from '../model/index.js';
import { primaryTag } from '../text/metadata.js';
import { type Firing, groupByCode, speaks } from './cues.js';
import type { Claim } from './decide.js';
import { cueFeatures, type Features, kindOf, SILENT, sharedReader, unitFeatures } from './ranker/features.js';
import { fieldOf, isHeard } from './ranker/field.js';
import { type AnnotateModel, ranker } from './ranker/model.js';
import { placesOf } from './ranker/places.js';
import { OPEN_ODDS } from './ranker/review.js';
import { cueSigns, signsOf, unitSigns } from './ranker/signs.js';
import { surroundingsOf } from './surroundings.js';
import type { Unit } from './units.js';

/** Without a model: log-odds of a code before any cue fired, so that one cue of weight 2 is a coin toss. */
const PRIOR = -2;
/** Without a model: least probability that is reported. */
const THRESHOLD = 0.5;
/** Without a model a heading alone speaks for a code only where its cue is at least this strong. */
const STRONG_HEADING = 2;
/** The trees were grown on whole laws: in an excerpt of fewer units there is no place to judge by, and what a unit says alone stands. */
const LEAST_UNITS = 10;
const NOTHING: Features = new Map();
const NO_SIGNS = new Float64Array(0);
const NO_CUES: ReadonlyMap<string, Features> = new Map();

/** A claim with what its evidence is told from. */
export interface Candidate extends Claim {
  readonly unit: Unit;
  readonly firings: readonly Firing[];
  readonly features: Features;
  /** What the trees were told of it; empty where they were not asked. */
  readonly signs: Float64Array;
}

/** The claims of one unit where its cues vote with the weights of their writers. */
export function byCues(unit: Unit, firings: readonly Firing[], least: number | undefined): Candidate[] {
  return [...groupByCode(firings)].flatMap(([code, own]) => {
    const total = own.reduce((sum, f) => sum + f.evidence.weight, PRIOR);
    const confidence = 1 / (1 + Math.exp(-total));
    const headed = own.some((f) => f.where === 'heading' && f.evidence.weight >= STRONG_HEADING);
    const stated = isStated(own);
    const isHeard = least !== undefined || stated || headed;
    if (confidence < (least ?? THRESHOLD) || !isHeard) return [];
    return [{ provision: unit.provision, code, confidence, stated, unit, firings, features: NOTHING, signs: NO_SIGNS }];
  });
}

/** A unit after the first weighing; its features are kept only where some claim is worth a review, for a long law has thousands of units. */
interface Heard {
  readonly unit: Unit;
  readonly provision: Unit['provision'];
  readonly firings: readonly Firing[];
  readonly odds: Float64Array;
  readonly features: Features;
  /** What the unit's cues say for each code that they fired for. */
  readonly cues: ReadonlyMap<string, Features>;
}

/**
 * The claims on an instrument's units by a trained model: each unit is weighed by itself, then each claim that may stand is reviewed
 * beside the others of its article and law. Codes that the model was not taught (a codebook of the user's own) are left to the cues.
 */
export function byModel(
  instrument: Instrument,
  units: readonly Unit[],
  read: (unit: Unit) => readonly Firing[],
  model: AnnotateModel,
  least: number | undefined,
): Candidate[] {
  const { codes, ofUnit, ofCues, review, probability, threshold } = ranker(model);
  const known = new Set(codes);
  const silent = codes.map((code) => ofCues(code, SILENT));
  const field = fieldOf(instrument);
  const kind = kindOf(instrument);
  const language = primaryTag(instrument.metadata.language);
  const surroundings = surroundingsOf(instrument);
  const shared = sharedReader(language);
  const heard = units.flatMap((unit): Heard[] => {
    const firings = read(unit);
    const around = field(unit.provision);
    if (!isHeard(speaks(firings), kind, around)) return [];
    const features = unitFeatures(unit, surroundings(unit), around, kind, language, shared);
    const told = { unit, provision: unit.provision, firings, features };
    const fired = new Set(firings.map((f) => f.code).filter((code) => known.has(code)));
    const cues = new Map([...fired].map((code) => [code, cueFeatures(code, firings, around, features)]));
    const odds = ofUnit(features).map((own, c) => {
      const code = codes[c] ?? '';
      const said = cues.get(code);
      return own + (said === undefined ? (silent[c] ?? 0) : ofCues(code, said));
    });
    const isOpen = least !== undefined || odds.some((o) => o > OPEN_ODDS) || firings.some((f) => !known.has(f.code));
    return [isOpen ? { ...told, odds, cues } : { ...told, odds, firings: [], features: NOTHING, cues: NO_CUES }];
  });
  const place = placesOf(instrument, heard, codes.length);
  const isWhole = heard.length >= LEAST_UNITS;
  return heard.flatMap((told, i) => {
    const { unit, provision, firings, features, odds } = told;
    const ofThisUnit = features === NOTHING ? NO_SIGNS : unitSigns(features);
    const ranked = codes.flatMap((code, c): Candidate[] => {
      const first = odds[c] ?? 0;
      const isLikely = first > OPEN_ODDS;
      if (!isLikely && least === undefined) return [];
      const stated = firings.some((f) => f.code === code && isOwn(f));
      const claim = { isStated: stated, cues: cueSigns(told.cues.get(code) ?? null), unit: ofThisUnit };
      const signs = isLikely && isWhole ? signsOf(place, i, c, claim) : NO_SIGNS;
      const confidence = probability(signs === NO_SIGNS ? first : review(signs));
      if (confidence < Math.min(least ?? 1, threshold(code))) return [];
      return [{ provision, code, confidence, stated, unit, firings, features, signs }];
    });
    return [
      ...ranked,
      ...byCues(
        unit,
        firings.filter((f) => !known.has(f.code)),
        least,
      ),
    ];
  });
}

const isOwn = (f: Firing): boolean => f.where === 'own' && f.evidence.weight > 0;
const isStated = (own: readonly Firing[]): boolean => own.some(isOwn);
