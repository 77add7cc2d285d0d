/** A JSON Schema of the few keywords that `schemaFaults` knows. */
export type Schema = Readonly<Record<string, unknown>>;

/** Where a value breaks the schema (`/instruments/3/kind`) and how, in words. */
export interface SchemaFault {
  readonly pointer: string;
  readonly message: string;
}

type Check = (value: unknown, expected: unknown, pointer: string, root: Schema) => SchemaFault[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords that say something to people only. */
const SPOKEN = new Set(['$schema', '$id', 'title', 'description', '$defs']);

const CHECKS: Readonly<Record<string, Check>> = {
  $ref: (value, ref, pointer, root) => schemaFaults(value, definition(String(ref), root), pointer, root),
  type: (value, names, pointer) =>
    [names].flat().some((name) => hasType(value, String(name)))
      ? []
      : [{ pointer, message: `must be ${[names].flat().join(' or ')}` }],
  enum: (value, options, pointer) =>
    (options as unknown[]).includes(value)
      ? []
      : [{ pointer, message: `must be one of ${(options as unknown[]).join(', ')}` }],
  pattern: (value, pattern, pointer) =>
    typeof value !== 'string' || new RegExp(String(pattern), 'u').test(value)
      ? []
      : [{ pointer, message: `'${value.slice(0, 60)}' does not have the form ${pattern}` }],
  minLength: (value, least, pointer) =>
    typeof value === 'string' && value.length < Number(least) ? [{ pointer, message: 'must not be empty' }] : [],
  minItems: (value, least, pointer) =>
    Array.isArray(value) && value.length < Number(least)
      ? [{ pointer, message: `must have at least ${least} item(s)` }]
      : [],
  required: (value, names, pointer) =>
    isRecord(value)
      ? (names as string[]).filter((n) => !(n in value)).map((n) => ({ pointer, message: `lacks '${n}'` }))
      : [],
  properties: (value, properties, pointer, root) =>
    isRecord(value)
      ? Object.entries(properties as Record<string, Schema>).flatMap(([name, schema]) =>
          name in value ? schemaFaults(value[name], schema, `${pointer}/${name}`, root) : [],
        )
      : [],
  additionalProperties: () => [], // Seen to below, together with `properties`.
  items: (value, schema, pointer, root) =>
    Array.isArray(value) ? value.flatMap((v, i) => schemaFaults(v, schema as Schema, `${pointer}/${i}`, root)) : [],
};

/**
 * Where `value` breaks `schema`, in document order; empty where it holds.
 * @throws Error where the schema uses a keyword that is not known here: a check left out in silence is no check.
 */
export function schemaFaults(value: unknown, schema: Schema, pointer = '', root: Schema = schema): SchemaFault[] {
  const faults = Object.entries(schema).flatMap(([keyword, expected]) => {
    if (SPOKEN.has(keyword)) return [];
    const check = CHECKS[keyword];
    if (check === undefined) throw new Error(`The schema keyword '${keyword}' is not known.`);
    return check(value, expected, pointer, root);
  });
  return [...faults, ...extraFaults(value, schema, pointer, root)];
}

function extraFaults(value: unknown, schema: Schema, pointer: string, root: Schema): SchemaFault[] {
  const rule = schema.additionalProperties;
  if (rule === undefined || rule === true || !isRecord(value)) return [];
  const known = Object.keys((schema.properties ?? {}) as Schema);
  const extra = Object.entries(value).filter(([name]) => !known.includes(name));
  if (rule === false) return extra.map(([name]) => ({ pointer, message: `has '${name}', which is not a known field` }));
  return extra.flatMap(([name, v]) => schemaFaults(v, rule as Schema, `${pointer}/${name}`, root));
}

function definition(ref: string, root: Schema): Schema {
  const name = ref.replace('#/$defs/', '');
  const found = (root.$defs as Record<string, Schema> | undefined)?.[name];
  if (found === undefined) throw new Error(`The schema has no definition ${ref}.`);
  return found;
}

function hasType(value: unknown, name: string): boolean {
  if (name === 'null') return value === null;
  if (name === 'array') return Array.isArray(value);
  if (name === 'object') return isRecord(value);
  if (name === 'integer') return Number.isInteger(value);
  return typeof value === name;
}
