import { articleOf, type GoldInstrument } from '../../bench/gold.js';
import { type Claim, smallest } from '../../src/annotate/decide.js';
import { type Calibration, probabilityOf } from '../../src/annotate/ranker/model.js';
import type { Provision } from '../../src/model/index.js';
import { byEId } from '../../src/text/provisions.js';
import { isotonic, thresholds } from './calibrate.js';
import type { HeldClaim } from './folds.js';

/** A text with what readers coded and what a model that had not seen it would claim. Keys are `eId code`. */
export interface Case {
  readonly gold: GoldInstrument;
  readonly claims: readonly HeldClaim[];
  /** (article, code) pairs that readers coded. */
  readonly expected: ReadonlySet<string>;
  /** (smallest unit, code) pairs that readers coded. */
  readonly expectedUnits: ReadonlySet<string>;
  /** The highest log-odds of each claimed (article, code) pair. */
  readonly best: ReadonlyMap<string, number>;
}

/** A claim that was weighed, with its calibrated probability. */
export interface Weighed extends Claim {
  readonly article: string;
}

/** What stands of a text's claims, and every claim weighed. */
export interface Verdict extends Case {
  readonly weighed: readonly Weighed[];
  readonly standing: readonly Weighed[];
  readonly found: ReadonlySet<string>;
  readonly foundUnits: ReadonlySet<string>;
}

/** The texts with their claims. */
export function casesOf(
  texts: readonly GoldInstrument[],
  held: ReadonlyMap<string, readonly HeldClaim[]>,
): readonly Case[] {
  return texts.map((gold) => {
    const map = byEId(gold.instrument);
    const claims = held.get(gold.id) ?? [];
    const cited = gold.rows.flatMap((r) =>
      r.eIds.flatMap((e) => {
        const provision = map.get(e);
        return provision === undefined ? [] : [{ provision, code: r.code }];
      }),
    );
    const best = new Map<string, number>();
    for (const { sample, code, odds } of claims) {
      const key = articleKey(gold, sample.provision, code);
      best.set(key, Math.max(best.get(key) ?? Number.NEGATIVE_INFINITY, odds));
    }
    return {
      gold,
      claims,
      expected: new Set(cited.map((c) => articleKey(gold, c.provision, c.code))),
      expectedUnits: new Set(cited.map((c) => `${c.provision.eId} ${c.code}`)),
      best,
    };
  });
}

/** Calibration and thresholds from texts the model had not seen. */
export function settle(
  cases: readonly Case[],
  codes: readonly string[],
): { readonly calibration: Calibration; readonly limits: ReadonlyMap<string, number> } {
  const calibration = isotonic(
    cases.flatMap(({ claims }) => claims.map((c) => ({ odds: c.odds, isRight: c.sample.codes.has(c.code) }))),
  );
  return { calibration, limits: thresholds(cases, codes, calibration) };
}

/** Judges each text by calibration and thresholds set on the texts of the other groups; `judges` are those that may set them. */
export function verdicts(cases: readonly Case[], judges: readonly Case[], codes: readonly string[]): Verdict[] {
  return cases.map((text) => {
    const { calibration, limits } = settle(
      judges.filter((j) => j.gold.group !== text.gold.group),
      codes,
    );
    const weighed = text.claims.map(
      ({ sample, code, odds }): Weighed => ({
        provision: sample.provision,
        code,
        confidence: probabilityOf(calibration, odds),
        stated: sample.stated.has(code),
        article: articleOf(text.gold.instrument, sample.provision),
      }),
    );
    const standing = smallest(
      text.gold.instrument,
      weighed.filter((w) => w.confidence >= (limits.get(w.code) ?? 1)),
    );
    return {
      ...text,
      weighed,
      standing,
      found: new Set(standing.map((s) => `${s.article} ${s.code}`)),
      foundUnits: new Set(standing.map((s) => `${s.provision.eId} ${s.code}`)),
    };
  });
}

function articleKey(gold: GoldInstrument, provision: Provision, code: string): string {
  return `${articleOf(gold.instrument, provision)} ${code}`;
}
