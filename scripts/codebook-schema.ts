// Writes annotations/codebook.schema.json from the shape that the program checks; a test holds the two together.
import { writeFileSync } from 'node:fs';
import { jsonSchema } from '../src/codebook/shape.js';

writeFileSync('annotations/codebook.schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
