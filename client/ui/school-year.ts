/** The school year of a day, as `2026-2027`: it turns in August. */
export function schoolYearAt(day: Date): string {
  const first = day.getMonth() >= 7 ? day.getFullYear() : day.getFullYear() - 1;
  return `${first}-${first + 1}`;
}
