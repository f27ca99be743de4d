/** `2:40` or `1:02:40` in seconds; undefined when it is no clock. */
export function parseClock(typed: string): number | undefined {
  const parts = typed.trim().split(":");
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^\d{1,3}$/.test(part))) return undefined;
  const [first = 0, ...rest] = parts.map(Number);
  if (rest.some((part) => part > 59)) return undefined;
  return rest.reduce((seconds, part) => seconds * 60 + part, first);
}
