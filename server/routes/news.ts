import { Hono, type Context } from "hono";
import { NewsFollow, NewsFollower, type NewsKey, type NewsWish } from "../../schemas/news.ts";
import type { z } from "zod";
import type { Env } from "../access/actor.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import { isCurvePoint } from "../news/is-curve-point.ts";
import type { Post } from "../mail/open-post.ts";
import type { Channels } from "../store/channels.ts";
import type { PushSubscriptions } from "../store/push-subscriptions.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "requireBySlug">;
  pushSubscriptions: PushSubscriptions;
  /** The station's own, which browsers bind their subscriptions to. */
  pushKey: string;
  /** Which addresses the station would send to at all. */
  isPushService: (endpoint: string) => boolean;
  post: Pick<Post, "isOpen">;
  throttles: Pick<Throttles, "newsFollow">;
  clientAddress: ClientAddress;
};

/** More than a school has listeners: nobody fills the disk with browsers that do not exist. */
const mostFollowers = 5_000;

/** Who wants to be told of a channel: a family's browser, or anybody's where the channel is public. A browser is known by its address at the push service, which only it knows. */
export function newsRoutes(parts: Parts) {
  const { access, channels, pushSubscriptions, pushKey, isPushService, post, throttles, clientAddress } = parts;
  const permitSlug = permit(access, "channel.readPublic", paramTarget("channelSlug", "slug"));
  const channelOf = (c: Context) => channels.requireBySlug(c.req.param("slug") ?? "");

  return new Hono<Env>()
    .get("/api/channels/:slug/news", permitSlug, (c) =>
      c.json<z.infer<typeof NewsKey>>({ publicKey: pushKey, sendsMail: post.isOpen }),
    )
    .put("/api/channels/:slug/news", permitSlug, jsonBody(NewsFollow), async (c) => {
      await throttles.newsFollow.spend(clientAddress(c));
      const { subscription, wish } = c.req.valid("json");
      const { id, visibility } = await channelOf(c);
      const { actor } = c.var;
      const familyId = actor.role === "family" ? actor.familyId : null;
      // Without a family's link there is nothing that would end with the child's time in the class.
      if (familyId === null && visibility !== "public") throw new Refusal("session.forbidden");
      if (!isPushService(subscription.endpoint)) throw new Refusal("news.unknown_service");
      if (!isCurvePoint(subscription.keys.p256dh)) throw new Refusal("request.malformed");
      const isKnown = (await pushSubscriptions.wishOf(id, subscription.endpoint)) !== undefined;
      if (!isKnown && (await pushSubscriptions.countOf(id)) >= mostFollowers) throw new Refusal("request.too_many");
      await pushSubscriptions.follow(id, familyId, subscription, wish);
      return c.body(null, 204);
    })
    .post("/api/channels/:slug/news/questions", permitSlug, jsonBody(NewsFollower), async (c) => {
      const { id } = await channelOf(c);
      const wish = await pushSubscriptions.wishOf(id, c.req.valid("json").endpoint);
      return c.json<{ wish: NewsWish | null }>({ wish: wish ?? null });
    })
    .post("/api/channels/:slug/news/removals", permitSlug, jsonBody(NewsFollower), async (c) => {
      const { id } = await channelOf(c);
      await pushSubscriptions.unfollow(id, c.req.valid("json").endpoint);
      return c.body(null, 204);
    });
}
