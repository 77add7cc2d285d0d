import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueAddress, CatalogueEntry } from '../catalogue/entry.js';
import { fileOf } from '../catalogue/read.js';
import { writeJson } from './lock.js';

interface Fact {
  readonly path: string;
}

/** Writes what the catalogue says of a fetched file into the folder's `corpus.json`, where `run` looks for metadata. */
export function noteFacts(folder: string, entry: CatalogueEntry, address: CatalogueAddress): void {
  const path = join(folder, 'corpus.json');
  const file = fileOf(entry, address);
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Fact[]) : [];
  const facts = [...known.filter((fact) => fact.path !== file), factsOf(entry, address, file)];
  writeJson(
    path,
    facts.sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

function factsOf(entry: CatalogueEntry, address: CatalogueAddress, path: string): Fact {
  const { id, title, aliases, kind, jurisdictions, made, inForce, repealed, identifiers } = entry;
  return Object.assign(
    { path, id, title, aliases, kind, jurisdictions, made, inForce, repealed, identifiers },
    { language: address.language, official_url: address.href, license_note: entry.licence },
  );
}
