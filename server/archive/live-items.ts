import { generateRssFeed } from "feedsmith";
import type { Channel } from "../../schemas/channels.ts";
import type { Airing } from "../store/timetable.ts";
import { within } from "./feed-words.ts";
import { xmlText } from "./xml-text.ts";

/** How long a feed goes on telling that a show has ended, so that apps which ask every few hours hear of it. */
const endedForMs = 86_400_000;
/** Shows further away than this are in the calendar, not yet in the feed. */
const announcedBeforeMs = 7 * 86_400_000;
/** Most shows to come that a feed names. */
const mostPending = 3;
/** Half an hour, for a show without a planned length. */
const usualSeconds = 1_800;

const status = { planned: "pending", live: "live", ended: "ended" } as const;

/** What live items are made of. */
export type LiveItemsSource = {
  channel: Pick<Channel, "slug" | "title">;
  airings: readonly Airing[];
  origin: string;
  /** What the addresses of the sound begin with. */
  base: string;
  /** Epoch milliseconds. */
  now: number;
};

/** Shows that a feed names as live items: on air, soon on air, or just over; the live one first. */
export function announced(airings: readonly Airing[], now: number): Airing[] {
  const live = airings.filter(({ state }) => state === "live");
  const soon = airings.filter(({ state, scheduledAt }) => {
    return state === "planned" && scheduledAt !== null && scheduledAt < now + announcedBeforeMs;
  });
  const pending = soon
    .toSorted((one, other) => (one.scheduledAt ?? 0) - (other.scheduledAt ?? 0))
    .slice(0, mostPending);
  const over = airings.filter(({ state, endedAt }) => state === "ended" && (endedAt ?? 0) > now - endedForMs);
  return [...live, ...pending, ...over];
}

/** When shows last came to be announced, or no longer, by nothing but time: what has changed about a feed that nobody changed. */
export function turnedAt(airings: readonly Airing[], now: number): number {
  const turns = airings.flatMap(({ state, scheduledAt, endedAt }) => {
    if (state === "planned" && scheduledAt !== null) return [scheduledAt - announcedBeforeMs];
    return state === "ended" && endedAt !== null ? [endedAt + endedForMs] : [];
  });
  return Math.max(0, ...turns.filter((turn) => turn <= now));
}

/**
 * Podcasting 2.0's `<podcast:liveItem>`s, as XML to stand first in `<channel>`: parsers that do not know them would take their title and
 * link for the channel's when they came later. What is in them is written as any item of a feed is.
 */
export function liveItems({ channel, airings, origin, base, now }: LiveItemsSource): string {
  const page = `${origin}/chaines/${channel.slug}`;
  const sound = `${base}/live/${channel.slug}`;
  return announced(airings, now)
    .map((airing) => {
      const start = airing.startedAt ?? airing.scheduledAt ?? now;
      const end = airing.endedAt ?? start + (airing.plannedSeconds ?? usualSeconds) * 1_000;
      const times = `start="${new Date(start).toISOString()}" end="${new Date(end).toISOString()}"`;
      const link = `<podcast:contentLink href="${page}">${asText(channel.title)}</podcast:contentLink>`;
      const inner = itemXml({ title: xmlText(airing.title), id: airing.id, page, sound });
      return `<podcast:liveItem status="${status[airing.state]}" ${times}>${inner}${link}</podcast:liveItem>`;
    })
    .join("\n");
}

// RSS wants a length; of sound without an end there is none.
const itemXml = ({ title, id, page, sound }: Record<"title" | "id" | "page" | "sound", string>) =>
  within(
    "item",
    generateRssFeed({
      ...{ title, link: page, description: title },
      items: [
        {
          ...{ title, link: page, description: title },
          guid: { value: `live-${id}`, isPermaLink: false },
          enclosures: [{ url: `${sound}.mp3`, length: 0, type: "audio/mpeg" }],
          podcast: {
            alternateEnclosures: [
              {
                ...{ type: "application/x-mpegURL", bitrate: 96_000, title: "HLS" },
                sources: [{ uri: `${sound}/index.m3u8` }],
              },
            ],
          },
        },
      ],
    }),
  );

const asText = (text: string) => xmlText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
