/** The page to open after signing in, when it is one of this station: never another site. */
export function returnPath(wanted: string | string[] | undefined): string | undefined {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted)) return undefined;
  return wanted;
}
