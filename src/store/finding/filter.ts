import type { FacetName, PassageFilter } from '../../model/index.js';
import { type Expand, fts5Of } from './match.js';

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** The filter as an SQL condition on `passage p`; what a user typed stands only in its values. */
export function whereOf(filter: PassageFilter, expand: Expand): Condition {
  switch (filter.type) {
    case 'match':
      return { sql: 'p.id IN (SELECT rowid FROM words WHERE words MATCH ?)', values: [fts5Of(filter.match, expand)] };
    case 'not': {
      const inner = whereOf(filter.node, expand);
      return { sql: `NOT COALESCE(${inner.sql}, 0)`, values: inner.values };
    }
    case 'and':
    case 'or': {
      const parts = filter.nodes.map((n) => whereOf(n, expand));
      return {
        sql: `(${parts.map((p) => p.sql).join(filter.type === 'and' ? ' AND ' : ' OR ')})`,
        values: parts.flatMap((p) => p.values),
      };
    }
    case 'facet':
      return FACET_CONDITIONS[filter.facet](filter.value);
  }
}

const isListed = (column: string, item: string): Condition => ({
  sql: `instr(p.${column}, ?) > 0`,
  values: [` ${item} `],
});

const FACET_CONDITIONS: Readonly<Record<FacetName, (value: string) => Condition>> = {
  jurisdiction: (v) => isListed('jurisdictions', v),
  party: (v) => ({
    sql: "(p.kind IN ('agreement', 'convention') AND instr(p.jurisdictions, ?) > 0)",
    values: [` ${v} `],
  }),
  code: (v) => ({ sql: '(instr(p.codes, ?) > 0 OR instr(p.codes, ?) > 0)', values: [` ${v} `, ` ${v}.`] }),
  force: (v) => isListed('forces', v),
  kind: (v) => ({ sql: 'p.kind = ?', values: [v] }),
  instrument: (v) => ({ sql: 'lower(p.instrument) = ?', values: [v] }),
  // `zh` takes in `zh-Hant`; `en+nl` is a text in two languages.
  lang: (v) => ({
    sql: "instr(' ' || replace(replace(lower(p.language), '+', ' '), '-', ' -') || ' ', ?) > 0",
    values: [` ${v.replaceAll('-', ' -')} `],
  }),
  year: (v) => {
    const [from = '', to = from] = v.split('..');
    return {
      sql: 'p.year BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)',
      values: [from === '' ? '0' : from, to === '' ? '9999' : to],
    };
  },
};
