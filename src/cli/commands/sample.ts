import { appendFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  carriesText,
  datasetIn,
  drawTasks,
  narrow,
  STRATEGIES,
  type Strategy,
  taskPackage,
} from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError, UsageError } from '../failure.js';
import { say } from '../output.js';
import { many, text } from '../print.js';
import { openForReading, shipped } from '../study.js';

const DEFAULT_TASKS = 200;
const DEFAULT_SEED = 7;

/** Draws articles for people to code and writes them as a task package for their tools, with the guidelines. */
export const sampleCommand: Action = async (_positional, options) => {
  const strategy = (text(options.strategy) ?? 'random') as Strategy;
  if (options.forCoding !== true)
    throw new UsageError('What is the sample for?', 'lexatlas sample --for-coding --out tasks');
  if (!STRATEGIES.includes(strategy))
    throw new UsageError(`--strategy ${strategy} means nothing.`, `Say ${STRATEGIES.join(', ')}.`);
  const out = text(options.out) ?? 'coding-tasks';
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new InputError(`${out} is not empty.`, 'Somebody may be coding there: name another folder with --out.');
  const n = typeof options.n === 'number' ? options.n : DEFAULT_TASKS;
  const seed = typeof options.seed === 'number' ? options.seed : DEFAULT_SEED;
  const isAlways = text(options.text) === 'always';
  const study = openForReading(options);
  try {
    const held = new Set<string>();
    const all = datasetIn(study.store);
    const dataset = narrow(
      {
        ...all,
        coded: function* () {
          for (const one of all.coded())
            if (isAlways || carriesText(one.instrument.metadata, 'licensed')) yield one;
            else held.add(one.instrument.metadata.id);
        },
      },
      {
        instruments: many(options.instrument).map((name) => study.resolve(name)),
        codes: [],
        jurisdictions: many(options.jurisdiction),
        annotators: [],
      },
    );
    const tasks = drawTasks(dataset, { n, strategy, seed });
    if (tasks.length === 0)
      throw new InputError('There is no article to draw from.', 'Widen --instrument or --jurisdiction.');
    const packed = taskPackage(tasks, {
      codebook: dataset.codebook,
      guidelines: shipped('annotations/GUIDELINES.md', options.guidelines).text,
      drawn: `${strategy}, seed ${seed}`,
    });
    const begun = new Set<string>();
    for await (const { path, content } of packed) {
      const place = join(out, path);
      mkdirSync(dirname(place), { recursive: true });
      if (begun.has(place)) appendFileSync(place, content);
      else writeFileSync(place, content);
      begun.add(place);
    }
    say(`Wrote ${tasks.length} tasks to ${out}; its README.md says how to load them.`);
    if (tasks.length < n) say(`There are no more than ${tasks.length} articles.`);
    if (held.size > 0)
      say(`Left out, for their licence holds their words back (--text always): ${[...held].sort().join(', ')}`);
  } finally {
    study.close();
  }
};
