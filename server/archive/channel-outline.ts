import { generateOpml } from "feedsmith";
import type { Channel } from "../../schemas/channels.ts";
import { feedUrl } from "./channel-feed.ts";
import { xmlText } from "./xml-text.ts";

type Listed = { channel: Channel; classroomName: string; school: { name: string; city: string } };

/** The station's public channels as OPML, which podcast apps import: one folder per school, in the order of the list. */
export function channelOutline(listed: readonly Listed[], origin: string): string {
  const schools = Map.groupBy(listed, ({ school }) => xmlText(`${school.name}, ${school.city}`));
  const outlines = [...schools].map(([text, channels]) => ({
    text,
    outlines: channels.map(({ channel, classroomName }) => ({
      ...{ type: "rss", text: xmlText(channel.title), title: xmlText(channel.title) },
      description: xmlText(channel.description || classroomName),
      xmlUrl: feedUrl(origin, channel),
      htmlUrl: `${origin}/chaines/${channel.slug}`,
    })),
  }));
  // An OPML without any outline is none.
  return generateOpml({
    head: { title: "Antenne" },
    body: { outlines: outlines.length > 0 ? outlines : [{ text: "Antenne" }] },
  });
}
