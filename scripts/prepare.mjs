// Runs after `npm ci`: builds dist/ and puts this package's own command into node_modules/.bin.
// `npx lexatlas` inside the checkout links the package into npm's cache and runs this too; npm then dies half-way
// through a long script, so there is nothing to do for it: dist/ is already there.
import { execFileSync } from 'node:child_process';

if (process.env.npm_command !== 'exec') execFileSync('npm', ['run', 'build'], { stdio: 'inherit' });
