// The licences of everything that is installed for use, from each package's own package.json; ends with 1 where one is not known to be free to ship.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FREE = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'CC0-1.0', 'Unlicense', 'WTFPL'],
  ...['BlueOak-1.0.0', 'Python-2.0', 'Zlib', 'CC-BY-4.0', 'CC-BY-3.0', 'Artistic-2.0', 'OFL-1.1'],
]);

/** An expression is free if one of its alternatives is, all of whose parts are. */
const isFree = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((part) => FREE.has(part.trim())));

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const rows = Object.entries(packages)
  .filter(([path, { dev }]) => path !== '' && !dev && existsSync(join(ROOT, path, 'package.json')))
  .map(([path]) => {
    const own = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8'));
    const stated = own.license ?? own.licenses?.map((l) => l.type ?? l).join(' OR ') ?? 'none stated';
    return { name: own.name, version: own.version, licence: typeof stated === 'string' ? stated : stated.type };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const counts = new Map();
for (const { licence } of rows) counts.set(licence, (counts.get(licence) ?? 0) + 1);
for (const { name, version, licence } of rows) console.log(`${name}@${version}  ${licence}`);
console.log(
  `\n${[...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([l, n]) => `${n} × ${l}`)
    .join(', ')}`,
);
const unknown = rows.filter(({ licence }) => !isFree(licence));
for (const { name, licence } of unknown) console.error(`look at ${name}: ${licence}`);
process.exitCode = unknown.length > 0 ? 1 : 0;
