import type { ChannelPage } from "../../schemas/listening.ts";
import type { LiveState } from "../../schemas/live.ts";
import { ApiError, take } from "./ask.ts";
import { server } from "./server.ts";

const named = (slug: string) => ({ param: { slug: encodeURIComponent(slug) } });

/** Whether a refusal says that a radio is closed to this device; a station in trouble says nothing. */
export const isClosed = (thrown: unknown): boolean =>
  thrown instanceof ApiError && /^(session\.|channel\.not_found)/.test(thrown.code);

/** What a listener's page asks, in a file of its own so that it brings nothing else along. */
export const listeningApi = {
  open: (slug: string): Promise<ChannelPage> => take(server.channels[":slug"].$get(named(slug))),
  live: (slug: string): Promise<LiveState> => take(server.channels[":slug"].live.$get(named(slug))),
  /** What the station tells of a radio to this device, where it answers. */
  tell: (slug: string): Promise<ChannelPage | "gone" | "unknown"> =>
    listeningApi.open(slug).catch((thrown: unknown) => (isClosed(thrown) ? "gone" : "unknown")),
};
