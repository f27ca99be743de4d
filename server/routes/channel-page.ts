import { isForAll } from "../../schemas/consent.ts";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelId } from "../../schemas/ids.ts";
import type { ChannelPage } from "../../schemas/listening.ts";
import type { PersonsOf } from "../../schemas/persons.ts";
import type { FeedDoors } from "../access/feed-doors.ts";
import type { Actor } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import type { Channels } from "../store/channels.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { EpisodePersons } from "../store/episode-persons.ts";
import type { People } from "../store/people.ts";
import type { Shows } from "../store/shows.ts";

/** What the page of a channel is told from. */
export type ChannelPageParts = {
  access: Access;
  channels: Pick<Channels, "requireBySlug" | "sistersOf">;
  classrooms: Pick<Classrooms, "require">;
  people: Pick<People, "requireSchool">;
  episodePersons: EpisodePersons;
  shows: Pick<Shows, "findLive" | "findNext">;
  feedDoors: Pick<FeedDoors, "prefixOfFamily">;
  /** Published episodes of a channel, newest first. */
  listPublished(channelId: ChannelId): Promise<Episode[]>;
};

/** What a channel airs now and next. */
export const airOf = async ({ shows }: Pick<ChannelPageParts, "shows">, { id }: Channel) => {
  const [liveShow, nextShow] = await Promise.all([shows.findLive(id), shows.findNext(id)]);
  return { liveShow: liveShow ?? null, nextShow: nextShow ?? null };
};

/** Of the episodes that are told, and of no other. */
const personsIn = (persons: PersonsOf, episodes: readonly Episode[]): PersonsOf =>
  Object.fromEntries(episodes.flatMap(({ id }) => (persons[id] === undefined ? [] : [[id, persons[id]]])));

/** Tells somebody who may hear a channel what its page shows. */
export function makeChannelPage(parts: ChannelPageParts) {
  const { access, channels, classrooms, people, episodePersons, feedDoors, listPublished } = parts;
  /** An episode with a narrower audience of its own is for the class, as a channel of that audience would be. */
  const heardBy = async (actor: Actor, channel: Channel) => {
    const published = await listPublished(channel.id);
    const ofClass = access.require(actor, "channel.readClass", { channelId: channel.id });
    return ofClass.then(
      () => published,
      () => published.filter(isForAll(channel)),
    );
  };

  /** Where apps subscribe: a public channel's feed, or the family's own; for others there is none. */
  const feedFor = async (actor: Actor, { slug, visibility }: Channel) => {
    if (visibility === "public") return { path: `/feeds/${slug}`, isPrivate: false };
    const prefix = actor.role === "family" ? await feedDoors.prefixOfFamily(actor.familyId) : undefined;
    return prefix === undefined ? null : { path: `${prefix}/feeds/${slug}`, isPrivate: true };
  };

  return async (actor: Actor, slug: string): Promise<ChannelPage> => {
    const channel = await channels.requireBySlug(slug);
    const classroom = await classrooms.require(channel.classroomId);
    const { name, city } = await people.requireSchool(classroom.schoolId);
    const episodes = await heardBy(actor, channel);
    return {
      channel,
      school: { name, city },
      classroomName: classroom.name,
      ...(await airOf(parts, channel)),
      episodes,
      episodeCount: episodes.length,
      persons: personsIn(await episodePersons.ofChannel(channel.id), episodes),
      sisters: await channels.sistersOf(channel.id),
      isSignedIn: actor.role !== "visitor" && actor.role !== "family",
      isFamily: actor.role === "family",
      feed: await feedFor(actor, channel),
    };
  };
}
