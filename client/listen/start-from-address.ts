import type { ListeningStart } from "../../schemas/listening.ts";
import { wishIn } from "../../schemas/listening-wish.ts";

/** How a page was opened, and the text that the station drew it with. */
export type Opening = Pick<ListeningStart, "slug" | "episodeId" | "wish" | "text">;

/** What a page that the station has not drawn begins with: nothing but its address, so that it asks itself. */
export type StartFromAddress = Omit<ListeningStart, "found"> & { found: undefined };

/** See {@link StartFromAddress}. */
export function startFromAddress({ pathname, search }: Pick<Location, "pathname" | "search">): StartFromAddress {
  const [, place, slug = "", episodeId] = pathname.split("/").map(decodeURIComponent);
  return {
    place: place === "embed" ? "frame" : place === "radios" ? "radios" : "page",
    slug,
    episodeId: episodeId ?? null,
    wish: wishIn(new URLSearchParams(search)),
    text: null,
    now: Date.now(),
    found: undefined,
  };
}
