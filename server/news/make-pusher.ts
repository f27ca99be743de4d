import { createHmac } from "node:crypto";
import webPush from "web-push";
import type { PushedNews } from "../../schemas/news.ts";
import { isCurvePoint } from "./is-curve-point.ts";
import type { PushKeys } from "./push-keys.ts";

/** A browser's address and the keys that only it reads with. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string };

/** Sends something to a browser; tells whether the browser is still there. Throws for what another try may mend. */
export type Pusher = (
  target: PushTarget,
  news: PushedNews,
  lastsSeconds: number,
  signal: AbortSignal,
) => Promise<boolean>;

const patienceMs = 15_000;
/** The subscription has ended (RFC 8030, 7.3). Another refusal may be the station's own fault, as a clock that is wrong. */
const gone = [404, 410];

type Parts = {
  keys: PushKeys;
  /** Where the station is reached: whom a push service writes to when something is wrong. */
  url: string;
  /** Which addresses may be asked at all. */
  isPushService: (endpoint: string) => boolean;
};

/** Encrypts for the browser (RFC 8291) and asks its push service, which learns that there is news and not what. */
export function makePusher({ keys, url, isPushService }: Parts): Pusher {
  const subject = url.startsWith("https:") ? url : "https://antenne.invalid";
  // Within 32 signs (RFC 8030, 5.4); of which radio it is, the push service does not learn.
  const topicOf = ({ kind, path }: PushedNews) =>
    `${kind}-${createHmac("sha256", keys.privateKey).update(path).digest("base64url").slice(0, 16)}`;
  return async ({ endpoint, p256dh, auth }, news, lastsSeconds, signal) => {
    if (!isPushService(endpoint) || !isCurvePoint(p256dh)) return false;
    const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(news), {
      vapidDetails: { subject, ...keys },
      TTL: lastsSeconds,
      urgency: news.kind === "episode" ? "normal" : "high",
      // A later one replaces the one before, of the same radio.
      topic: topicOf(news),
    });
    const { method, headers, body } = request;
    const answer = await fetch(endpoint, {
      ...{ method, headers: headers as Record<string, string>, body: new Uint8Array(body) },
      // A push service that leads elsewhere leads to no address of the school's network.
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    await answer.body?.cancel();
    if (answer.ok) return true;
    if (gone.includes(answer.status)) return false;
    throw new Error(`the push service answered ${answer.status}`);
  };
}
