/** What a slip's QR code opens. The token stands behind the `#`, which browsers send to nobody. */
export const familyLink = (origin: string, token: string) => `${origin}/famille#${token}`;

/** Takes the token out of the page's address, so that neither history nor a shared address keeps it. */
export function takeToken(
  place: Pick<Location, "hash" | "pathname"> = location,
  past: Pick<History, "replaceState" | "state"> = history,
): string | undefined {
  const token = place.hash.replace(/^#/, "");
  if (token === "") return undefined;
  past.replaceState(past.state, "", place.pathname);
  return token;
}
