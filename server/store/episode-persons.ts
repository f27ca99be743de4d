import { z } from "zod";
import { Visibility } from "../../schemas/channels.ts";
import { dayInParis, narrower, reaches } from "../../schemas/consent.ts";
import { EpisodeId, PupilId, type ChannelId } from "../../schemas/ids.ts";
import { FirstName } from "../../schemas/people.ts";
import type { EpisodePerson, PersonsOf } from "../../schemas/persons.ts";
import { ShowRole } from "../../schemas/turns.ts";
import { keepAnswers } from "./answers.ts";
import { openConsents } from "./consents.ts";
import { openNamedAdults } from "./named-adults.ts";
import type { Database } from "./open-database.ts";

const Row = z.strictObject({
  ...{ episodeId: EpisodeId, pupilId: PupilId, name: FirstName, role: ShowRole.nullable() },
  ...{ ofChannel: Visibility, own: Visibility.nullable() },
});

/** Whose names may be told beside the episodes in which they are heard: never later than the answer that was taken back a moment ago, or ended last night. */
export function openEpisodePersons(database: Database, clock: () => number = Date.now) {
  const consents = openConsents(database, clock);
  const adults = openNamedAdults(database, clock);
  const keep = keepAnswers<PersonsOf>(database);

  /** Pupils of today who are in the files of a channel's published episodes; whoever is or will be left out is not. */
  const heardIn = (channelId: ChannelId) =>
    database
      .selectFrom("episode")
      .innerJoin("channel", "channel.id", "episode.channelId")
      .innerJoin("heardVoice", "heardVoice.recordingId", "episode.recordingId")
      .innerJoin("pupil", "pupil.id", "heardVoice.pupilId")
      .leftJoin("heldRole", (join) =>
        join
          .onRef("heldRole.recordingId", "=", "episode.recordingId")
          .onRef("heldRole.pupilId", "=", "heardVoice.pupilId"),
      )
      .leftJoin("leftOutVoice", (join) =>
        join
          .onRef("leftOutVoice.episodeId", "=", "episode.id")
          .onRef("leftOutVoice.pupilId", "=", "heardVoice.pupilId"),
      )
      .select(["episode.id as episodeId", "pupil.id as pupilId", "pupil.firstName as name", "heldRole.role"])
      .select(["channel.visibility as ofChannel", "episode.visibility as own"])
      .distinct()
      .where("episode.channelId", "=", channelId)
      .where("episode.state", "=", "published")
      .where("heardVoice.wasOpen", "=", 1)
      .where("leftOutVoice.pupilId", "is", null)
      .orderBy("pupil.firstName")
      .orderBy("pupil.id")
      .orderBy("heldRole.role");

  return {
    /** A pupil's name is told where the family said so, and to those only whom the voice may reach; somebody of the staff's where they chose it. */
    ofChannel: (channelId: ChannelId): Promise<PersonsOf> =>
      // An answer ends with its day, without anything being written.
      keep(`${channelId} ${dayInParis(clock())}`, async () => {
        const rows = (await heardIn(channelId).execute()).map((row) => Row.parse(row));
        const pupilIds = [...new Set(rows.map(({ pupilId }) => pupilId))];
        const standing = new Map((await consents.standingOf(pupilIds)).map((answer) => [answer.pupilId, answer]));
        const told = rows.filter(({ pupilId, ofChannel, own }) => {
          const { isNamed, scope } = standing.get(pupilId)!;
          return isNamed && reaches(scope, narrower(ofChannel, own));
        });
        const named = Map.groupBy(told, ({ episodeId }) => episodeId);
        const grownUp = Map.groupBy(await adults.inChannel(channelId), ({ episodeId }) => episodeId);
        const episodeIds = new Set([...grownUp.keys(), ...named.keys()]);
        const personsOf = (id: EpisodeId) => [
          ...(grownUp.get(id) ?? []).map(atDesk),
          ...personsIn(named.get(id) ?? []),
        ];
        return Object.fromEntries([...episodeIds].map((id) => [id, personsOf(id)]));
      }),
  };
}
/** See {@link openEpisodePersons}. */
export type EpisodePersons = ReturnType<typeof openEpisodePersons>;

// Whoever of the staff is heard sits at a desk, and leads through the show from there.
const atDesk = ({ name }: { name: string }): EpisodePerson => ({ name, roles: ["presenter"] });

const personsIn = (rows: readonly z.infer<typeof Row>[]): EpisodePerson[] =>
  [...Map.groupBy(rows, ({ pupilId }) => pupilId).values()].map((own) => ({
    name: own[0]!.name,
    roles: own.flatMap(({ role }) => role ?? []),
  }));
