/** The calendar year in which an instant's season begins: a season is a French school year, from 1 September. */
export function seasonYear(at: number): number {
  const date = new Date(at);
  return date.getUTCMonth() >= 8 ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
}
