import type { Channel } from "../../schemas/channels.ts";
import { isForAll } from "../../schemas/consent.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { School } from "../../schemas/people.ts";
import type { PersonsOf } from "../../schemas/persons.ts";
import type { FeedSource } from "./channel-feed.ts";
import { xmlText } from "./xml-text.ts";

/** Most episodes of a feed that joins several radios: who wants more follows one of them. */
const mostEpisodes = 300;

type Told = {
  school: School;
  channels: readonly { channel: Channel; episodes: readonly Episode[]; persons: PersonsOf }[];
};
type Around = Pick<FeedSource, "origin" | "changedAt" | "now">;

const at = ({ publishedAt }: Episode) => Date.parse(publishedAt ?? "1970-01-01");

/** Where the feed of a school lies, below the station's address: beside its page, since the feeds of channels have a pattern of their own. */
export const schoolFeedPath = ({ id }: Pick<School, "id">): string => `/radios/${id}/fil.xml`;

/** One feed of all public radios of a school: each episode as it stands in its own radio's feed, with the same guid. At least one radio is needed. */
export function schoolFeedSource({ school, channels }: Told, around: Around): FeedSource {
  const [first] = channels;
  const homes = new Map<Episode, Channel>();
  for (const { channel, episodes } of channels)
    for (const episode of episodes.filter(isForAll(channel)))
      // What is heard again stands in the feed of the school that made it.
      if (episode.channelId === channel.id) homes.set(episode, channel);
  const episodes = [...homes.keys()].toSorted((one, other) => at(other) - at(one)).slice(0, mostEpisodes);
  const { id, coverVersion } = first!.channel;
  return {
    ...around,
    channel: {
      ...first!.channel,
      ...{ title: school.name, author: school.name, description: `${school.name}, ${school.city}` },
      movedTo: null,
    },
    episodes,
    airings: [],
    sisters: [],
    persons: Object.assign({}, ...channels.map(({ persons }) => persons)) as PersonsOf,
    base: around.origin,
    isPublic: true,
    joined: {
      key: `school ${school.id}`,
      path: schoolFeedPath(school),
      page: `${around.origin}/radios/${school.id}`,
      imagePath: `/media/covers/channels/${id}/${coverVersion}.jpg`,
      placeOf: (episode) => {
        const { author, slug, licence } = homes.get(episode)!;
        return { author: xmlText(author), link: `${around.origin}/chaines/${slug}`, licence };
      },
    },
  };
}
