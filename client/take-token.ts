/** Takes a link's token, behind the `#`, out of the page's address, so that neither history nor a shared address keeps it. */
export function takeToken(
  place: Pick<Location, "hash" | "pathname"> = location,
  past: Pick<History, "replaceState" | "state"> = history,
): string | undefined {
  const token = place.hash.replace(/^#/, "");
  if (token === "") return undefined;
  past.replaceState(past.state, "", place.pathname);
  return token;
}
