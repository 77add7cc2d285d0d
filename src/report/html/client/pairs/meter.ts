/**
 * Returns the paths of a small drawing of 40 × 8: first axis, interval and coverage, then the mark of the figure. Figures are in [0,1], null
 * where there is none. Pages written ahead and the script that redraws them share it: it is shipped as its own source, so it must not name
 * anything outside itself.
 */
export function meterPaths(
  total: number | null,
  low: number | null,
  high: number | null,
  coverage: number | null,
): readonly [soft: string, mark: string] {
  const x = (share: number): string => (share * 40).toFixed(1);
  const interval = low === null || high === null ? '' : `M${x(low)},1h${x(Math.max(0.02, high - low))}v3H${x(low)}z`;
  const covered = coverage === null || coverage === 0 ? '' : `M0,6.5h${x(coverage)}v1.5H0z`;
  return [`M0,2H40v1H0z${interval}${covered}`, total === null ? '' : `M${x(Math.min(0.97, total))},0h1.5v5h-1.5z`];
}
