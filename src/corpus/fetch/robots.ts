/** What a site's robots.txt says to one agent (RFC 9309). */
export interface Robots {
  isAllowed(path: string): boolean;
  /** Seconds between two requests that the site asks for; 0 where it asks for none. */
  readonly crawlDelayS: number;
}

interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

interface Group {
  agents: string[];
  rules: Rule[];
  crawlDelayS: number;
}

/** The rules of a site that has no robots.txt: everything is allowed. */
export const ALLOW_ALL: Robots = { isAllowed: () => true, crawlDelayS: 0 };

/**
 * Reads robots.txt for the agent whose product token is `agent`: its own groups, else those for `*`. The longest matching
 * path decides, and of two equally long ones the one that allows.
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function parseRobots(text: string, agent: string): Robots {
  const groups = readGroups(text);
  const own = groups.filter((g) => g.agents.includes(agent.toLowerCase()));
  const chosen = own.length > 0 ? own : groups.filter((g) => g.agents.includes('*'));
  const rules = chosen.flatMap((g) => g.rules);
  return {
    crawlDelayS: Math.max(0, ...chosen.map((g) => g.crawlDelayS)),
    isAllowed: (path) => {
      const matching = rules.filter((rule) => matches(rule.path, path));
      const length = Math.max(-1, ...matching.map((rule) => rule.path.length));
      const longest = matching.filter((rule) => rule.path.length === length);
      return longest.length === 0 || longest.some((rule) => rule.allow);
    },
  };
}

function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  let isHead = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key, value] = /^\s*([a-z-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/i.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const field = key.toLowerCase();
    const last = groups.at(-1);
    if (field === 'user-agent') {
      if (isHead && last !== undefined) last.agents.push(value.toLowerCase());
      else groups.push({ agents: [value.toLowerCase()], rules: [], crawlDelayS: 0 });
      isHead = true;
      continue;
    }
    if (last === undefined) continue;
    if (field === 'allow' || field === 'disallow') {
      isHead = false;
      if (value !== '') last.rules.push({ allow: field === 'allow', path: value }); // An empty path matches nothing.
    } else if (field === 'crawl-delay') {
      isHead = false;
      if (/^\d+(\.\d+)?$/.test(value)) last.crawlDelayS = Number(value);
    }
  }
  return groups;
}

/** Prefix match with `*` for any characters and a closing `$`; walks the pieces, so that no pattern can take long. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const pieces = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, piece] of rest.entries()) {
    if (isAnchored && i === rest.length - 1) return path.length - piece.length >= at && path.endsWith(piece);
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return !isAnchored || rest.length > 0 || path === first;
}
