import type { ClauseAnnotation, CodedInstrument, Instrument, Provision, Quantity } from '../../model/index.js';
import { type Sorted, sort } from '../matters/sorting.js';
import { quantityKeys } from '../pair/features.js';
import type { Gist, UnitProfile } from '../profile.js';
import type { View, Views } from '../views.js';
import { NO_VECTOR, type Vector } from '../words/bags.js';
import type { Meanings } from '../words/meanings.js';
import { at, type Column, column, joined, type Stretch } from './columns.js';
import { areVectorsAt, firstAt, joinVectors, type KeptVectors, keepVectors, vectorsAt } from './vectors.js';

/** Coded units as they are kept, in columns: everything alignment knows of them, so that their instruments need not be read again. */
export interface KeptUnits {
  readonly eIds: readonly string[];
  /** `Coding[]` of each unit as JSON, in the order of `UnitProfile.codes`. */
  readonly codes: readonly string[];
  /** `Facts` of each unit as JSON: of most units nobody asks for them. */
  readonly facts: readonly string[];
  /** `FIGURES` of each unit, and of its matters, where it could be sorted, `SORTED`. */
  readonly figures: Column<Float64Array>;
  readonly sharp: Column<Float32Array>;
  readonly broad: Column<Float32Array>;
  /** Of its views (`viewsOf`), and the meanings of its whole and its parts. */
  readonly stems: KeptVectors;
  readonly concepts: KeptVectors;
  readonly meanings: KeptVectors;
}

type Coding = readonly [code: string, confidence: number, weight: number];

interface Facts extends Pick<UnitProfile, 'unit' | 'language' | 'chapter' | 'fingerprint'> {
  /** Places of its annotations among the instrument's. */
  readonly annotations: readonly number[];
  readonly quantities: readonly string[];
}

const FIGURES = ['prominence', 'position', 'length'] as const;
const SORTED = ['top', 'likeness', 'share', 'doubt', 'apart'] as const;

/** Keeps coded units of an instrument. */
export function keepUnits(units: readonly UnitProfile[], { annotations: all }: CodedInstrument): KeptUnits {
  const views = units.map((u) => viewsOf(u.views()));
  const sorted = units.map((u) => sort(u));
  return {
    eIds: units.map((u) => u.unit.eId),
    codes: units.map(codingsOf),
    facts: units.map((u) => {
      const { unit, language, chapter, fingerprint } = u;
      const annotations = u.annotations.map((a) => all.indexOf(a));
      const facts: Facts = { unit, language, chapter, fingerprint, annotations, quantities: quantityKeys(u) };
      return JSON.stringify(facts);
    }),
    figures: column(
      Float64Array,
      units.map((u, n) => {
        const matters = sorted[n] ?? null;
        return [...FIGURES.map((name) => u[name]), ...(matters === null ? [] : SORTED.map((name) => matters[name]))];
      }),
    ),
    sharp: column(
      Float32Array,
      sorted.map((s) => s?.sharp ?? []),
    ),
    broad: column(
      Float32Array,
      sorted.map((s) => s?.broad ?? []),
    ),
    stems: keepVectors(views.map((of) => of.map((v) => v.stems))),
    concepts: keepVectors(views.map((of) => of.map((v) => v.concepts))),
    meanings: keepVectors(units.map(meaningsOf)),
  };
}

/**
 * Whether a unit is as the kept one of this number in all that pairs are measured by; but for prominence, which hangs on every word of its law, and is read
 * anew for each pair.
 */
export function isAlike(unit: UnitProfile, kept: KeptUnits, number: number): boolean {
  const { language, fingerprint, quantities } = JSON.parse(kept.facts[number] ?? '') as Facts;
  if (language !== unit.language || fingerprint !== unit.fingerprint || at(kept.figures, number)[1] !== unit.position)
    return false;
  if (codingsOf(unit) !== kept.codes[number] || quantities.join() !== quantityKeys(unit).join()) return false;
  const views = viewsOf(unit.views());
  return (
    areVectorsAt(
      kept.stems,
      number,
      views.map((v) => v.stems),
    ) &&
    areVectorsAt(
      kept.concepts,
      number,
      views.map((v) => v.concepts),
    ) &&
    areVectorsAt(kept.meanings, number, meaningsOf(unit))
  );
}

/** The units of all stretches, in order. */
export function joinUnits(stretches: readonly Stretch<KeptUnits>[]): KeptUnits {
  const each = <K extends keyof KeptUnits>(name: K) => stretches.map((s) => ({ ...s, of: s.of[name] }));
  const listed = (name: 'eIds' | 'codes' | 'facts') => each(name).flatMap(({ of, from, to }) => of.slice(from, to));
  return {
    eIds: listed('eIds'),
    codes: listed('codes'),
    facts: listed('facts'),
    figures: joined(Float64Array, each('figures')),
    sharp: joined(Float32Array, each('sharp')),
    broad: joined(Float32Array, each('broad')),
    stems: joinVectors(each('stems')),
    concepts: joinVectors(each('concepts')),
    meanings: joinVectors(each('meanings')),
  };
}

export const NO_UNITS = joinUnits([]);

/** The views of a unit one after the other: first the whole, last the parts, where there are two of them. */
function viewsOf({ whole, heading, title, lead, chapter, parts }: Views): readonly View[] {
  return [whole, heading, title, lead, chapter, ...(parts.length < 2 ? [] : parts)];
}

function meaningsOf(unit: UnitProfile): readonly (Vector | null)[] {
  const meanings = unit.meanings();
  return meanings === null ? [null] : [meanings.whole, ...meanings.parts];
}

function codingsOf({ codes, codeWeights }: UnitProfile): string {
  return JSON.stringify([...codes].map(([code, w]): Coding => [code, w, codeWeights.get(code) ?? 0]));
}

/** A coded unit as it was when it was kept; what is asked for is read. */
export class RecalledUnit implements UnitProfile {
  readonly prominence: number;
  readonly position: number;
  readonly length: number;
  private read: Facts | null = null;
  private coding: { codes: Map<string, number>; weights: Map<string, number> } | null = null;
  private seen: Views | null = null;
  private meant: Meanings | null | undefined;

  /** `number`: which of those kept it is, of the coded instrument that it was kept of. */
  constructor(
    private readonly kept: KeptUnits,
    readonly number: number,
    private readonly coded: CodedInstrument,
  ) {
    const [prominence = 0, position = 0, length = 0] = at(kept.figures, number);
    this.prominence = prominence;
    this.position = position;
    this.length = length;
  }

  get instrument(): Instrument {
    return this.coded.instrument;
  }
  get eId(): string {
    return this.kept.eIds[this.number] ?? '';
  }
  get unit(): Provision {
    return this.facts().unit;
  }
  get language(): string {
    return this.facts().language;
  }
  get chapter(): string {
    return this.facts().chapter;
  }
  get fingerprint(): string {
    return this.facts().fingerprint;
  }
  get annotations(): readonly ClauseAnnotation[] {
    return this.facts().annotations.flatMap((place) => this.coded.annotations[place] ?? []);
  }
  get quantities(): readonly Quantity[] {
    return this.annotations.flatMap((a) => a.quantities);
  }
  get codes(): ReadonlyMap<string, number> {
    return this.codings().codes;
  }
  get codeWeights(): ReadonlyMap<string, number> {
    return this.codings().weights;
  }
  sorted(): Sorted | null {
    const [, , , top = 0, likeness = 0, share = 0, doubt = 0, apart] = at(this.kept.figures, this.number);
    if (apart === undefined) return null;
    const [sharp, broad] = [at(this.kept.sharp, this.number), at(this.kept.broad, this.number)];
    return { sharp, broad, top, likeness, share, doubt, apart };
  }

  gist(): Gist {
    return { stems: firstAt(this.kept.stems, this.number), concepts: firstAt(this.kept.concepts, this.number) };
  }

  views(): Views {
    this.seen ??= this.recalledViews();
    return this.seen;
  }

  meanings(): Meanings | null {
    if (this.meant === undefined) {
      const [whole = null, ...parts] = vectorsAt(this.kept.meanings, this.number);
      this.meant = whole === null ? null : { whole, parts: parts.flatMap((v) => v ?? []) };
    }
    return this.meant;
  }

  private recalledViews(): Views {
    const concepts = vectorsAt(this.kept.concepts, this.number);
    const all = vectorsAt(this.kept.stems, this.number).map((stems, n) => ({
      stems: stems ?? NO_VECTOR,
      concepts: concepts[n] ?? null,
    }));
    const [whole = NOTHING, heading = NOTHING, title = NOTHING, lead = NOTHING, chapter = NOTHING, ...parts] = all;
    return { whole, heading, title, lead, chapter, parts: parts.length === 0 ? [whole] : parts };
  }

  private facts(): Facts {
    this.read ??= JSON.parse(this.kept.facts[this.number] ?? '') as Facts;
    return this.read;
  }

  private codings(): { codes: Map<string, number>; weights: Map<string, number> } {
    if (this.coding !== null) return this.coding;
    const list = JSON.parse(this.kept.codes[this.number] ?? '[]') as readonly Coding[];
    this.coding = {
      codes: new Map(list.map(([code, w]) => [code, w])),
      weights: new Map(list.map(([code, , w]) => [code, w])),
    };
    return this.coding;
  }
}

const NOTHING: { readonly stems: Vector; readonly concepts: null } = { stems: NO_VECTOR, concepts: null };
