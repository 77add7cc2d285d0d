import { describe, expect, it } from 'vitest';
import { parseRobots } from '../../src/corpus/fetch/robots.js';

const ROBOTS = `# A ministry
User-agent: greedybot
Disallow: /

User-agent: *
Disallow: /search
Disallow: /*.zip$
Disallow: /acts/*/draft
Allow: /search/help
Crawl-delay: 3

User-agent: lexatlas
User-agent: otherbot
Disallow: /private # keep out
Allow: /
`;

describe('robots.txt', () => {
  it.each([
    ['anybot', '/acts/1', true],
    ['anybot', '/search?q=data', false],
    ['anybot', '/search/help', true],
    ['anybot', '/bulk/all.zip', false],
    ['anybot', '/bulk/all.zip?x', true],
    ['anybot', '/acts/2019/draft/2', false],
    ['anybot', '/acts/draft', true],
    ['greedybot', '/', false],
    ['lexatlas', '/search', true],
    ['LexAtlas', '/private/1', false],
    ['otherbot', '/private', false],
  ])('lets %s have %s: %s', (agent, path, allowed) => {
    expect(parseRobots(ROBOTS, agent).isAllowed(path)).toBe(allowed);
  });

  it('asks for a pace only of those it names', () => {
    expect(parseRobots(ROBOTS, 'anybot').crawlDelayS).toBe(3);
    expect(parseRobots(ROBOTS, 'lexatlas').crawlDelayS).toBe(0);
  });

  it.each(['', 'Disallow: /', 'User-agent: *\nDisallow:\n', '\0\x01garbage', 'User-agent: *\nDisallow /x'])(
    'allows all where %j names no rule for us',
    (text) => expect(parseRobots(text, 'lexatlas').isAllowed('/law')).toBe(true),
  );

  it('stays quick on a pattern made to be slow', () => {
    const robots = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(2_000)}$\n`, 'lexatlas');
    const start = performance.now();
    expect(robots.isAllowed(`/${'a'.repeat(1_900)}b`)).toBe(true);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
