/** An advisory that the school is told not to mind, why, and until which day (`YYYY-MM-DD`) somebody has looked at it. */
export type Exception = { advisory: string; reason: string; until: string };

type Via = { url?: string; title?: string; severity?: string; name?: string };
type Report = { vulnerabilities?: Record<string, { via: (string | Via)[] }> };

const grave = new Set(["high", "critical"]);

/**
 * What `npm audit --json` says of grave advisories that no exception covers; `undefined` when the registry did not answer, which is no reason to
 * stop anybody's work.
 */
export function graveAdvisories(
  report: unknown,
  exceptions: readonly Exception[],
  today: string,
): string[] | undefined {
  const { vulnerabilities } = (report ?? {}) as Report;
  if (vulnerabilities === undefined) return undefined;
  const covered = new Set(exceptions.filter(({ until }) => until >= today).map(({ advisory }) => advisory));
  const found = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each !== "string"));
  const lines = found
    .filter(({ severity }) => grave.has(severity ?? ""))
    .map(({ url = "", name = "", title = "", severity = "" }) => ({
      id: url.split("/").at(-1)!,
      line: `${name}: ${title} (${severity}, ${url})`,
    }))
    .filter(({ id }) => !covered.has(id))
    .map(({ line }) => line);
  return [...new Set(lines)];
}
