import type { Channel } from "../../schemas/channels.ts";
import type { PublicChannel } from "../api/api.ts";
import type { DialEvent } from "./day-dial.ts";

export type ChannelEvent = DialEvent & { channel: Channel };

const isSameDay = (one: number, other: number) => new Date(one).toDateString() === new Date(other).toDateString();

/** What a channel has on the day of `now`: its live show, else its next one, else its latest episode of the day. */
export function eventOf(page: Pick<PublicChannel, "channel" | "liveShow" | "nextShow" | "latestEpisode">, now: number) {
  const { channel, liveShow, nextShow, latestEpisode } = page;
  const on = (kind: DialEvent["kind"], at: number): ChannelEvent => ({ channel, slug: channel.slug, kind, at });
  if (liveShow !== null) return on("live", now);
  const next = Date.parse(nextShow?.scheduledAt ?? "");
  if (isSameDay(next, now) && next > now) return on("next", next);
  const past = Date.parse(latestEpisode?.recordedAt ?? "");
  return isSameDay(past, now) ? on("past", past) : undefined;
}
