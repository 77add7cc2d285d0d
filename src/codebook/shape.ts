import { z } from 'zod';

const weight = z.number().positive();
const cue = z.strictObject({
  id: z.string().min(1).describe('transfer.adequacy#en.2: code, language, number; cited as evidence'),
  language: z.string().min(2).describe('BCP 47 primary tag'),
  in: z.enum(['text', 'heading', 'context']).describe("the unit's own words, its heading, or the headings above it"),
  pattern: z
    .string()
    .min(1)
    .refine(compiles, 'does not compile as a regular expression')
    .describe('a regular expression without flags, matched with iu; linear-time constructs only'),
  weight: z.number().describe('log-odds-like; negative speaks against the code'),
});
const code = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  family: z.string().describe('id of one of the families'),
  label: z.string(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  principle: z
    .enum(['adequacy', 'consistency', 'informed-consent'])
    .nullable()
    .describe('where the three principles of the literature take the code in'),
  weight: weight.describe("share of the code in its family's divergence"),
  scale: z.literal('none-soft-hard'),
  crosswalk: z
    .record(z.string(), z.string())
    .describe('the same or the nearest term elsewhere; dpv: W3C Data Privacy Vocabulary'),
  cues: z.array(cue),
});
const family = z.strictObject({
  id: z.string(),
  label: z.string(),
  definition: z.string(),
  weight: weight.describe('share of the family in the overall divergence'),
});

/** The shape of a codebook file; what crosses its parts (unique ids, known families) is checked by `codebook`. */
export const shape = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  families: z.array(family),
  codes: z.array(code),
});

/** The JSON Schema (2020-12) of codebook files, for editors and other tools: `annotations/codebook.schema.json` is made with it. */
export function jsonSchema(): object {
  return { title: 'lexatlas codebook', ...z.toJSONSchema(shape) };
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'iu');
    return true;
  } catch {
    return false;
  }
}
