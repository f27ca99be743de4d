import type { ChannelPage } from "../../schemas/listening.ts";
import type { LiveState } from "../../schemas/live.ts";
import { take } from "./ask.ts";
import { server } from "./server.ts";

const named = (slug: string) => ({ param: { slug: encodeURIComponent(slug) } });

/** What a listener's page asks, in a file of its own so that it brings nothing else along. */
export const listeningApi = {
  open: (slug: string): Promise<ChannelPage> => take(server.channels[":slug"].$get(named(slug))),
  live: (slug: string): Promise<LiveState> => take(server.channels[":slug"].live.$get(named(slug))),
};
