const two = (value: number) => String(value).padStart(2, "0");

/** An instant as a `datetime-local` field writes it, in this device's time. */
export function toLocalField(instant: string | null): string {
  if (instant === null) return "";
  const day = new Date(instant);
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `${date}T${two(day.getHours())}:${two(day.getMinutes())}`;
}

/** What a `datetime-local` field holds, as an instant; `null` when it is empty or no date. */
export function fromLocalField(typed: string): string | null {
  const instant = new Date(typed);
  return typed === "" || Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
