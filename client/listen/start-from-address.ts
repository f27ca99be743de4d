import type { ListeningStart } from "../../schemas/listening.ts";

/** What a page that the station has not drawn begins with: nothing but its address, so that it asks itself. */
export type StartFromAddress = Omit<ListeningStart, "found"> & { found: undefined };

/** See {@link StartFromAddress}. */
export function startFromAddress({ pathname }: Pick<Location, "pathname">): StartFromAddress {
  const [, place, slug = "", episodeId] = pathname.split("/").map(decodeURIComponent);
  return {
    place: place === "embed" ? "frame" : "page",
    slug,
    episodeId: episodeId ?? null,
    now: Date.now(),
    found: undefined,
  };
}
