import { expect, test } from 'vitest';
import { splitEnumeration } from '../../src/parse/cut/enumeration.js';

function outline(text: string): string[] {
  return splitEnumeration(text).map(
    (u) => `${'>'.repeat(u.depth)}${u.kind === 'paragraph' || u.kind === 'point' ? '' : `${u.kind} `}${u.num ?? '*'}`,
  );
}

test.each<[string, string, string[]]>([
  [
    'paragraphs and points',
    '1. A carrier shall:\n(a) keep records; and\n(b) show them.\n2. It may appeal.',
    ['1.', '>(a)', '>(b)', '2.'],
  ],
  ['points of a lone sentence', 'A carrier shall:\n\n(a) keep records; and\n\n(b) show them.', ['*', '>(a)', '>(b)']],
  ['the letter i after h', ['(h) eighth;', '(i) ninth;', '(j) tenth.'].join('\n\n'), ['(h)', '(i)', '(j)']],
  [
    'Roman numerals after h',
    '1. It shall:\n(g) go;\n(h) take:\n(i) one; and\n(ii) two.',
    ['1.', '>(g)', '>(h)', '>>subpoint (i)', '>>subpoint (ii)'],
  ],
  ['points in one line', 'A carrier shall: (a) keep records; and (b) show them.', ['*', '>(a)', '>(b)']],
  ['a number on a line of its own', 'It shall:\n\n(a)\n\nkeep records;\n(b)\n\nshow them.', ['*', '>(a)', '>(b)']],
  [
    'a reference that begins a broken line',
    '1. Under paragraph\n(a) of that rule it may act.\n2. It may rest.',
    ['1.', '2.'],
  ],
  ['a hard-wrapped sentence', 'The registrar keeps the list of\nall carriers in the port.', ['*']],
  ['counted paragraphs', 'The first rule stands.\n\nThe second rule stands.', ['*', '*']],
  [
    'defined terms',
    'In this Chapter:\n\nbarge means a flat boat;\n\nport means a harbour.',
    ['*', 'definition *', 'definition *'],
  ],
  ['a paragraph and point in one line', '1. (a) The fee is due.\n(b) It is paid once.', ['1.', '>(a)', '>(b)']],
])('%s', (_name, text, expected) => {
  expect(outline(text)).toEqual(expected);
});

test('a footnote stands apart, and the sentence that it cut goes on', () => {
  const units = splitEnumeration('1. Each port shall keep1 a list of\n\n1 Or have kept by another.\n\nall boats.');
  expect(units.map((u) => [u.kind, u.text])).toEqual([
    ['paragraph', 'Each port shall keep1 a list of all boats.'],
    ['footnote', 'Or have kept by another.'],
  ]);
});
