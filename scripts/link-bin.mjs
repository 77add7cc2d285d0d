// Puts this package's own command into node_modules/.bin, so that `npx lexatlas` here needs no network.
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';

const link = 'node_modules/.bin/lexatlas';
mkdirSync('node_modules/.bin', { recursive: true });
rmSync(link, { force: true });
symlinkSync('../../dist/cli/main.js', link);
chmodSync('dist/cli/main.js', 0o755);
