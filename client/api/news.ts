import type { NewsWish, PushSubscription } from "../../schemas/news.ts";
import { take } from "./ask.ts";
import { server } from "./server.ts";

const to = (slug: string) => ({ param: { slug: encodeURIComponent(slug) } });
const news = server.channels[":slug"].news;

/** What this browser wants to be told of a channel. */
export const newsApi = {
  news: {
    /** The station's key, which the browser binds its subscription to, and whether it sends letters. */
    ways: (slug: string): Promise<{ publicKey: string; sendsMail: boolean }> => take(news.$get(to(slug))),
    follow: (slug: string, subscription: PushSubscription, wish: NewsWish) =>
      take(news.$put({ ...to(slug), json: { subscription, wish } })),
    read: async (slug: string, endpoint: string): Promise<NewsWish | null> =>
      (await take(news.questions.$post({ ...to(slug), json: { endpoint } }))).wish,
    stop: (slug: string, endpoint: string) => take(news.removals.$post({ ...to(slug), json: { endpoint } })),
  },
};
