// Puts the trained coder beside the code that reads it: tsc copies no data.
import { copyFileSync } from 'node:fs';

copyFileSync('src/annotate/coder.model.json', 'dist/annotate/coder.model.json');
