import type { ChannelPage } from "../../schemas/listening.ts";
import type { LiveState } from "../../schemas/live.ts";
import { ApiError, take } from "./ask.ts";
import { server } from "./server.ts";

const named = (slug: string) => ({ param: { slug: encodeURIComponent(slug) } });

/** Whether a refusal says that a radio is closed to this device; a station in trouble says nothing. */
export const isClosed = (thrown: unknown): boolean =>
  thrown instanceof ApiError && /^(session\.|channel\.not_found)/.test(thrown.code);

/** By which the station knows pages again that it told. */
const tags = new WeakMap<ChannelPage, string>();

/** What a listener's page asks, in a file of its own so that it brings nothing else along. */
export const listeningApi = {
  open: (slug: string): Promise<ChannelPage> => listeningApi.openAgain(slug, undefined),
  /** Asks whether a radio has anything new: the very page that is `known` where it has not, which then did not travel. */
  openAgain: async (slug: string, known: ChannelPage | undefined): Promise<ChannelPage> => {
    const tag = known && tags.get(known);
    const headers: Record<string, string> = tag === undefined ? {} : { "If-None-Match": tag };
    const asked = server.channels[":slug"].$get(named(slug), { headers, init: { cache: "no-store" } });
    const answer = await asked.catch(() => {
      throw new ApiError("network.lost");
    });
    if (known !== undefined && (answer.status as number) === 304) return known;
    const page = await take<ChannelPage>(Promise.resolve(answer));
    const told = answer.headers.get("etag");
    if (told !== null) tags.set(page, told);
    return page;
  },
  live: (slug: string): Promise<LiveState> => take(server.channels[":slug"].live.$get(named(slug))),
  /** What the station tells of a radio to this device, where it answers. */
  tell: (slug: string): Promise<ChannelPage | "gone" | "unknown"> =>
    listeningApi.open(slug).catch((thrown: unknown) => (isClosed(thrown) ? "gone" : "unknown")),
};
