import type { Codebook } from '../model/index.js';

/** What a divergence is about: numbers of codes with their weights. */
export interface Scope {
  readonly id: string;
  readonly kind: 'all' | 'family' | 'principle' | 'code';
  readonly codes: readonly number[];
  readonly weights: readonly number[];
}

/** Changes to weights, by code or family id; what is not named keeps the codebook's weight. Parts sum to what they sum to. */
export interface WeightOverrides {
  readonly codes?: Readonly<Record<string, number>>;
  readonly families?: Readonly<Record<string, number>>;
  readonly parts?: Partial<PartWeights>;
}

/** Shares of the three parts in the total. */
export interface PartWeights {
  readonly thematic: number;
  readonly elemental: number;
  readonly textual: number;
}

/**
 * Words weigh nothing by default: they can be compared in one language only, so that a total with them would set
 * pairs that share a language apart from pairs that do not. They are shown beside it.
 */
export const PART_WEIGHTS: PartWeights = { thematic: 0.6, elemental: 0.4, textual: 0 };

/** `all`, the families, the principles, the codes: in this order. A family's weight is shared out among its codes. */
export function makeScopes(codebook: Codebook, overrides: WeightOverrides | undefined): readonly Scope[] {
  const weight = codebook.codes.map((c) => overrides?.codes?.[c.id] ?? c.weight);
  const familyWeight = new Map(codebook.families.map((f) => [f.id, overrides?.families?.[f.id] ?? f.weight]));
  const familySum = new Map<string, number>();
  codebook.codes.forEach((c, i) => {
    familySum.set(c.family, (familySum.get(c.family) ?? 0) + (weight[i] ?? 0));
  });
  const numbers = codebook.codes.map((_, i) => i);
  const scope = (id: string, kind: Scope['kind'], codes: readonly number[]): Scope => ({
    id,
    kind,
    codes,
    weights: codes.map((i) => weight[i] ?? 0),
  });
  const shared = numbers.map((i) => {
    const family = codebook.codes[i]?.family ?? '';
    return ((weight[i] ?? 0) / (familySum.get(family) || 1)) * (familyWeight.get(family) ?? 1);
  });
  const principles = [...new Set(codebook.codes.flatMap((c) => (c.principle === null ? [] : [c.principle])))].sort();
  return [
    { id: 'all', kind: 'all', codes: numbers, weights: shared },
    ...codebook.families.map((f) =>
      scope(
        f.id,
        'family',
        numbers.filter((i) => codebook.codes[i]?.family === f.id),
      ),
    ),
    ...principles.map((p) =>
      scope(
        p,
        'principle',
        numbers.filter((i) => codebook.codes[i]?.principle === p),
      ),
    ),
    ...codebook.codes.map((c, i) => scope(c.id, 'code', [i])),
  ];
}

/**
 * Overrides from what a user writes: `transfer=5`, `transfer.adequacy=2`, `thematic=0.5`. A name is a part, a family or a code.
 * @throws Error where the name is none of these or the number is not from 0 up.
 */
export function readWeights(written: readonly string[], codebook: Codebook): WeightOverrides {
  const found = { codes: {}, families: {}, parts: {} } as Record<
    'codes' | 'families' | 'parts',
    Record<string, number>
  >;
  for (const line of written) {
    const [name = '', amount = ''] = line.split('=');
    const weight = Number(amount);
    if (amount.trim() === '' || !Number.isFinite(weight) || weight < 0)
      throw new Error(`The weight '${line}' is not of the form name=number with a number from 0 up, as in transfer=3.`);
    if (name in PART_WEIGHTS) found.parts[name] = weight;
    else if (codebook.families.some((f) => f.id === name)) found.families[name] = weight;
    else if (codebook.codes.some((c) => c.id === name)) found.codes[name] = weight;
    else
      throw new Error(
        `There is no part, family or code '${name}': parts are ${Object.keys(PART_WEIGHTS).join(', ')}, families ${codebook.families.map((f) => f.id).join(', ')}.`,
      );
  }
  return found;
}
