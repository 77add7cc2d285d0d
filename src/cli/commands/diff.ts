import { diff } from '../../pipeline/index.js';
import { fullText } from '../../text/provisions.js';
import type { Action } from '../command.js';
import { locate } from '../found/locate.js';
import { bold, dim } from '../output.js';
import { printData } from '../print.js';
import { openForReading } from '../study.js';

const COLUMNS = ['side', 'kind', 'text'];
/** Marks of the pieces in plain text: what stands in both at the same turn is unmarked. */
const MARKS = { same: ['', ''], moved: ['{~', '~}'], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

/** Prints two provisions word by word: what both say, what stands elsewhere in the other, and what only one says. */
export const diffCommand: Action = async ([first, second], options) => {
  const study = openForReading(options);
  try {
    const [left, right] = [locate(study, String(first)), locate(study, String(second))];
    const found = diff(fullText(left.instrument, left.provision), fullText(right.instrument, right.provision));
    const rows = [
      ...found.left.map((p) => ({ side: 'left', kind: p.kind, text: p.text })),
      ...found.right.map((p) => ({ side: 'right', kind: p.kind, text: p.text })),
    ];
    const name = (side: typeof left) =>
      `${side.instrument.metadata.id} ${side.provision.citation ?? side.provision.eId}`;
    const marked = (pieces: typeof found.left) =>
      pieces.map((p) => `${MARKS[p.kind][0]}${p.text.replace(/\s+/g, ' ')}${MARKS[p.kind][1]}`).join(' ');
    printData(rows, COLUMNS, options, () =>
      [
        `${Math.round(found.shared * 100)} % of the words of both stand in the other. ${dim('[-only left-] {+only right+} {~in both, elsewhere~}')}`,
        '',
        bold(name(left)),
        marked(found.left),
        '',
        bold(name(right)),
        marked(found.right),
        '',
      ].join('\n'),
    );
  } finally {
    study.close();
  }
};
