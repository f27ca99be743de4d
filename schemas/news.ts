import { z } from "zod";
import { FamilyLanguage } from "./families.ts";

/** What somebody may be told of: a show within ten minutes, a show that has begun, a new episode. */
export const NewsKind = z.enum(["soon", "live", "episode"]);
/** See {@link NewsKind}. */
export type NewsKind = z.infer<typeof NewsKind>;

const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** When nobody is to be disturbed, in Europe/Paris; over midnight when `from` is the later one, never when both are the same. */
export const QuietHours = z.strictObject({ from: TimeOfDay, until: TimeOfDay, sundays: z.boolean() });
/** See {@link QuietHours}. */
export type QuietHours = z.infer<typeof QuietHours>;

/** What holds for whoever has chosen nothing. */
export const usualQuietHours: QuietHours = { from: "20:00", until: "07:30", sundays: true };

/** What somebody wants to be told of a channel, when, and in which language. */
export const NewsWish = z.strictObject({
  kinds: z.array(NewsKind).min(1).max(3),
  quiet: QuietHours,
  language: FamilyLanguage,
});
/** See {@link NewsWish}. */
export type NewsWish = z.infer<typeof NewsWish>;

const base64url = (bytes: number) => z.base64url().refine((text) => bytesIn(text) === bytes, "another length");
// Three bytes are four signs; what is left of them has no padding.
const bytesIn = (text: string) => Math.floor((text.replace(/=+$/, "").length * 3) / 4);

/** An address at the push service of a browser, as the browser made it. Whoever knows it can send there: it is a secret. */
export const PushEndpoint = z.url({ protocol: /^https?$/ }).max(1_000);

/** A browser's push subscription (RFC 8030) with the keys that only it can read with (RFC 8291). */
export const PushSubscription = z.strictObject({
  endpoint: PushEndpoint,
  keys: z.strictObject({ p256dh: base64url(65), auth: base64url(16) }),
});
/** See {@link PushSubscription}. */
export type PushSubscription = z.infer<typeof PushSubscription>;

/** Body of `PUT /api/channels/:slug/news`. */
export const NewsFollow = z.strictObject({ subscription: PushSubscription, wish: NewsWish });

/** Body of the questions about a subscription; its address stands in no URL. */
export const NewsFollower = z.strictObject({ endpoint: PushEndpoint });

/** Answer of `GET /api/channels/:slug/news`: the station's own key, which browsers bind a subscription to (RFC 8292). */
export const NewsKey = z.strictObject({
  publicKey: z.string(),
  /** Whether the station has a mail server, and so sends letters too. */
  sendsMail: z.boolean(),
});

/** What is sent to a browser, encrypted for it: a kind and a radio, and nobody's name. */
export const PushedNews = z.strictObject({
  kind: NewsKind,
  radio: z.string(),
  /** The page that it leads to. */
  path: z.string(),
  language: FamilyLanguage,
});
/** See {@link PushedNews}. */
export type PushedNews = z.infer<typeof PushedNews>;
