import { readFileSync } from 'node:fs';
import { alone, type Crew, readGroup } from '../../pipeline/index.js';
import { openStudy } from '../../store/index.js';
import { loadCoder, withAnnotators } from '../commands/run.js';
import type { Orders, Task } from './task.js';

let coder: Promise<Crew> | null = null;

/** What one thread of the crew does: reads a group, or codes an instrument that the study holds. */
export default async function work(task: Task): Promise<unknown> {
  if (task.kind === 'code') {
    coder ??= hire(task.orders);
    return (await coder).code(task.id);
  }
  const files = task.files.map((file) => ({
    ...file,
    read: () => ({ path: file.path, bytes: readFileSync(file.path), provenance: file.provenance }),
  }));
  return readGroup({ key: task.key, files });
}

async function hire({ studyFolder, options }: Orders): Promise<Crew> {
  return alone(openStudy(studyFolder, 'read-draft'), await withAnnotators(loadCoder(options), options));
}
