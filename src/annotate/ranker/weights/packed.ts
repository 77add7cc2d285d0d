import type { AnnotateModel } from '../model.js';
import { keepTable, tableOf, weightsOf } from './table.js';

/** What stands in front of the columns: how long each part is, then the parts of the model that are small. */
interface Head {
  readonly version: number;
  readonly features: number;
  readonly weights: number;
  /** UTF-8 bytes of the features' names. */
  readonly names: number;
  readonly codes: readonly string[];
  readonly thresholds: readonly number[];
  readonly rest: Pick<AnnotateModel, 'version' | 'shared' | 'trees' | 'calibration'>;
}

const PACKED_VERSION = 1;
const NUMBER_BYTES = 4;
/** Columns begin where numbers of eight bytes may. */
const ALIGNED = 8;

/**
 * A model as bytes that are read in a tenth of the time of its JSON: `npm run build` makes them of the shipped one. Length of the head (four bytes, low first), the head (JSON), the
 * features' names (a line each), and from the next place that is a multiple of eight on the columns of `WeightTable`: weights, beginnings of rows, numbers of codes. Numbers are of this machine's kind.
 */
export function packModel(model: AnnotateModel): Uint8Array {
  const table = tableOf(model);
  const names = Buffer.from([...table.features.keys()].join('\n'));
  const { version, shared, trees, calibration } = model;
  const head: Head = {
    version: PACKED_VERSION,
    features: table.features.size,
    weights: table.weight.length,
    names: names.length,
    codes: table.codes,
    thresholds: table.thresholds,
    rest: { version, shared, trees, calibration },
  };
  const told = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(NUMBER_BYTES);
  length.writeUInt32LE(told.length);
  const gap = Buffer.alloc(gapBehind(NUMBER_BYTES + told.length + names.length));
  const columns = [table.weight, table.from, table.code].map((c) => Buffer.from(c.buffer, c.byteOffset, c.byteLength));
  return Buffer.concat([length, told, names, gap, ...columns]);
}

const gapBehind = (bytes: number): number => (ALIGNED - (bytes % ALIGNED)) % ALIGNED;

/**
 * The model that was packed. What its codes weigh stands in columns; as a model states it, it is made when it is asked for.
 * @throws Error where the bytes are not those of a packed model.
 */
export function unpackModel(bytes: Uint8Array): AnnotateModel {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = NUMBER_BYTES + whole.readUInt32LE(0);
  const head = JSON.parse(whole.toString('utf8', NUMBER_BYTES, begin)) as Head;
  const at = begin + head.names + gapBehind(begin + head.names);
  const expected =
    at + head.weights * Float64Array.BYTES_PER_ELEMENT + (head.features + 1) * NUMBER_BYTES + head.weights;
  if (head.version !== PACKED_VERSION || whole.length !== expected) throw damaged();
  const columns = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + expected) as ArrayBuffer;
  const weight = new Float64Array(columns, 0, head.weights);
  if (!weight.every(Number.isFinite)) throw damaged();
  const from = new Uint32Array(columns, weight.byteLength, head.features + 1);
  const code = new Uint8Array(columns, weight.byteLength + from.byteLength, head.weights);
  const names = whole.toString('utf8', begin, begin + head.names).split('\n');
  const features = new Map<string, number>();
  for (let f = 0; f < names.length; f += 1) features.set(names[f] ?? '', f);
  const table = { codes: head.codes, thresholds: head.thresholds, features, from, code, weight };
  let codes: AnnotateModel['codes'] | null = null;
  const model: AnnotateModel = {
    ...head.rest,
    get codes() {
      codes ??= weightsOf(table);
      return codes;
    },
  };
  keepTable(model, table);
  return model;
}

const damaged = (): Error =>
  new Error('annotation model: the packed form is cut or of another version; mend: npm run build');
