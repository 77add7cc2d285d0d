/** Values of units one behind the other; those of unit n end where `ends[n]` says. Thousands of small arrays would take many times as long to read. */
export interface Column<T extends Values> {
  readonly ends: Uint32Array;
  readonly values: T;
}

export type Values = Float32Array | Float64Array | Int32Array;

type Kind<T extends Values> = new (length: number) => T;

/** The values of one unit, a view of the column. */
export function at<T extends Values>({ ends, values }: Column<T>, unit: number): T {
  return values.subarray(unit === 0 ? 0 : ends[unit - 1], ends[unit]) as T;
}

/** A column of the values of each unit. */
export function column<T extends Values>(kind: Kind<T>, units: readonly ArrayLike<number>[]): Column<T> {
  const ends = new Uint32Array(units.length);
  let length = 0;
  for (const [n, values] of units.entries()) {
    length += values.length;
    ends[n] = length;
  }
  const values = new kind(length);
  for (const [n, own] of units.entries()) values.set(own, (ends[n] ?? 0) - own.length);
  return { ends, values };
}

/** The units `from` to `to`, half-open, of some that are kept. */
export interface Stretch<K> {
  readonly of: K;
  readonly from: number;
  readonly to: number;
}

/** One column of the values of all stretches, in order. */
export function joined<T extends Values>(kind: Kind<T>, stretches: readonly Stretch<Column<T>>[]): Column<T> {
  let [units, length] = [0, 0];
  for (const { of, from, to } of stretches) {
    units += to - from;
    length += endOf(of, to) - endOf(of, from);
  }
  const [ends, values] = [new Uint32Array(units), new kind(length)];
  let [unit, filled] = [0, 0];
  for (const { of, from, to } of stretches) {
    const [first, last] = [endOf(of, from), endOf(of, to)];
    values.set(of.values.subarray(first, last), filled);
    for (let n = from; n < to; n++) ends[unit++] = filled + (of.ends[n] ?? 0) - first;
    filled += last - first;
  }
  return { ends, values };
}

/** Where the units before this one end. */
function endOf({ ends }: Column<Values>, unit: number): number {
  return unit === 0 ? 0 : (ends[unit - 1] ?? 0);
}
