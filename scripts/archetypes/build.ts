import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeAkn, writeHtml, writeMarkdown, writeTota } from './markup.js';
import { readText, type Text, writeGold } from './notation.js';
import { writeDocx, writePdf } from './paged.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** How each archetype is printed; every reader gets one. */
const FILES: Readonly<Record<string, readonly [suffix: string, write: (text: Text) => Promise<Uint8Array | string>]>> =
  {
    adequacy: ['akn.xml', async (t) => writeAkn(t, 'adequacy', '2019-06-01')],
    accountability: ['html', async (t) => writeHtml(t)],
    consent: ['md', async (t) => writeMarkdown(t)],
    localization: ['docx', writeDocx],
    'free-flow': ['xml', async (t) => writeTota(t, '2022-11-15', ['XE', 'XG'])],
    'long-arm': ['pdf', writePdf],
  };

/** Every generated file, archetypes and their gold, as path from the repository's root → bytes. */
export async function buildArchetypes(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, [suffix, write]] of Object.entries(FILES)) {
    const text = readText(readFileSync(join(root, 'scripts/archetypes/texts', `${name}.txt`), 'utf8'));
    const made = await write(text);
    files.set(`corpus/archetypes/${name}.${suffix}`, typeof made === 'string' ? Buffer.from(made) : made);
    files.set(`annotations/gold/archetype__${name}.csv`, Buffer.from(writeGold(`archetype/${name}`, text)));
  }
  return files;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, bytes] of await buildArchetypes()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
    console.log(`${path}: ${bytes.length} bytes`);
  }
}
