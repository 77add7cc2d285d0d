/** A parameter that may be given once or more: `?code=a&code=b`. */
export const many = (description: string) => ({
  type: 'array',
  maxItems: 20,
  items: { type: 'string', maxLength: 100 },
  description,
});

/** Which part of a list is wanted. Deep pages are refused: whoever needs everything exports the study. */
export const paging = (limit: number, most: number) => ({
  limit: { type: 'integer', minimum: 0, maximum: most, default: limit },
  offset: { type: 'integer', minimum: 0, maximum: 10_000, default: 0 },
});

/** A query string of these parameters and no others. */
export const query = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

/** One page of a list with the length of the whole. */
export interface Page<T> {
  readonly total: number;
  readonly items: readonly T[];
}

/** The wanted part of a list. */
export function pageOf<T>(all: readonly T[], { limit, offset }: { limit: number; offset: number }): Page<T> {
  return { total: all.length, items: all.slice(offset, offset + limit) };
}
