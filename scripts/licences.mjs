// The licences of everything that is installed for use, from each package's own package.json; ends with 1 where one is neither known to be free to ship nor was looked at by a person.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FREE = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'CC0-1.0', 'Unlicense', 'WTFPL'],
  ...['BlueOak-1.0.0', 'Python-2.0', 'Zlib', 'CC-BY-4.0', 'CC-BY-3.0', 'Artistic-2.0', 'OFL-1.1'],
]);

/** What a person found where a package.json states none or a name that SPDX does not know. */
const LOOKED_AT = {
  buffers:
    'states none anywhere (0.1.1, by way of exceljs > unzipper > binary); goes when exceljs leaves unzipper 0.10',
  chainsaw: 'MIT/X11, which is MIT',
  duck: 'BSD: its LICENSE is BSD-2-Clause',
  'png-js': 'its LICENSE is MIT',
  sylvester: 'its LICENSE.txt is MIT',
};

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
const doubtful = rows.filter(({ licence }) => !isFree(licence));
for (const { name } of doubtful) if (LOOKED_AT[name] !== undefined) console.log(`${name}: ${LOOKED_AT[name]}`);
const unknown = doubtful.filter(({ name }) => LOOKED_AT[name] === undefined);
for (const { name, licence } of unknown) console.error(`look at ${name}: ${licence}`);
process.exitCode = unknown.length > 0 ? 1 : 0;
