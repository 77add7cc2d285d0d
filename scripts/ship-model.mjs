// Puts the trained coder beside the code that reads it, packed: its JSON takes a tenth of a second to read in each thread that codes.
import { readFileSync, writeFileSync } from 'node:fs';
import { readModel } from '../dist/annotate/ranker/model.js';
import { packModel } from '../dist/annotate/ranker/weights/packed.js';

writeFileSync(
  'dist/annotate/coder.model.packed',
  packModel(readModel(readFileSync('src/annotate/coder.model.json', 'utf8'))),
);
