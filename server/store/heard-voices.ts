import { z } from "zod";
import { Visibility } from "../../schemas/channels.ts";
import { ConsentScope, LeftOut, isInFiles, narrower, reaches, type HeardVoice } from "../../schemas/consent.ts";
import { cartsStripId, EpisodeId, PupilId, StripId, type ChannelId, type RecordingId } from "../../schemas/ids.ts";
import { FirstName } from "../../schemas/people.ts";
import { openConsents } from "./consents.ts";
import type { Database } from "./open-database.ts";

const Row = z.strictObject({
  pupilId: PupilId,
  name: FirstName.nullable(),
  leftOut: LeftOut.nullable(),
  /** Of a family's message, which answers for itself. */
  ownScope: ConsentScope.nullable(),
});
const AudibleRow = Row.extend({ episodeId: EpisodeId.nullable(), ofChannel: Visibility, own: Visibility.nullable() });
type Audible = Omit<z.infer<typeof AudibleRow>, "ownScope"> & HeardVoice;

/** A pupil who is said to speak into a microphone that is recorded; with `cartsStripId` one who speaks in a cart that was played, or the family's message that it was. */
export type RecordedVoice = {
  stripId: StripId;
  pupilId: PupilId;
  isOpen: boolean;
  /** Of another class, in a sound that was taken from there: nobody is told their name. */
  isGuest?: boolean;
};

/** Which pupils are heard in which recording, and what their families allow of it today. */
export function openHeardVoices(database: Database, clock: () => number = Date.now) {
  const consents = openConsents(database, clock);
  const heard = () =>
    database
      .selectFrom("heardVoice")
      .leftJoin("pupil", (join) => join.onRef("pupil.id", "=", "heardVoice.pupilId").on("heardVoice.isGuest", "=", 0))
      .leftJoin("familyVoice", "familyVoice.id", "heardVoice.pupilId")
      .leftJoin("episode", "episode.recordingId", "heardVoice.recordingId")
      .leftJoin("leftOutVoice", (join) =>
        join
          .onRef("leftOutVoice.episodeId", "=", "episode.id")
          .onRef("leftOutVoice.pupilId", "=", "heardVoice.pupilId"),
      )
      .select(["heardVoice.pupilId", "pupil.firstName as name", "familyVoice.scope as ownScope"])
      .select((of) => [
        of
          .case()
          .when("leftOutVoice.pupilId", "is", null)
          .then(null)
          .else(of.fn.coalesce("leftOutVoice.way", of.val("awaited")))
          .end()
          .as("leftOut"),
      ])
      .distinct()
      .where("heardVoice.wasOpen", "=", 1)
      .orderBy("pupil.firstName");

  /** What is out: every voice of what is published and of what is on air, with its audience. */
  async function audible(channelId?: ChannelId): Promise<Audible[]> {
    const rows = heard()
      .innerJoin("recording", "recording.id", "heardVoice.recordingId")
      .innerJoin("show", "show.id", "recording.showId")
      .innerJoin("channel", "channel.id", "show.channelId")
      .select(["episode.id as episodeId", "channel.visibility as ofChannel", "episode.visibility as own"])
      .where((of) => of.or([of("recording.endedAt", "is", null), of("episode.state", "=", "published")]))
      .$if(channelId !== undefined, (query) => query.where("channel.id", "=", channelId!));
    return withScopes((await rows.execute()).map((row) => AudibleRow.parse(row)).filter(isInFiles));
  }

  async function withScopes<Voice extends z.infer<typeof Row>>(voices: readonly Voice[]) {
    const standing = await consents.standingOf(voices.map(({ pupilId }) => pupilId));
    return voices.map(({ ownScope, ...voice }, index) => {
      const scope = ownScope ?? standing[index]!.scope;
      return { ...voice, isFamily: ownScope !== null, scope };
    });
  }

  return {
    /** A pupil speaks into a microphone that is recorded, and heard when it is open: at once, so that a crash does not forget it. */
    note: async (recordingId: RecordingId, { stripId, pupilId, isOpen, isGuest = false }: RecordedVoice) => {
      const wasOpen = isOpen ? 1 : 0;
      const row = { recordingId, stripId, pupilId, heardAt: clock(), wasOpen, isGuest: isGuest ? 1 : 0 } as const;
      await database
        .insertInto("heardVoice")
        .values(row)
        .onConflict((known) =>
          isOpen
            ? known
                .columns(["recordingId", "stripId", "pupilId"])
                .doUpdateSet({ wasOpen, heardAt: row.heardAt })
                .where("heardVoice.wasOpen", "=", 0)
            : known.doNothing(),
        )
        .execute();
    },
    /** Who is heard in an episode. */
    inEpisode: async (episodeId: EpisodeId): Promise<HeardVoice[]> => {
      const rows = await heard().where("episode.id", "=", episodeId).execute();
      return withScopes(rows.map((row) => Row.parse(row)));
    },
    /** Those of an episode who were heard at one microphone, for each that several shared. */
    companiesIn: async (episodeId: EpisodeId): Promise<PupilId[][]> => {
      const rows = database.selectFrom("heardVoice").select(["stripId", "heardVoice.pupilId"]);
      const inEpisode = rows.innerJoin("episode", "episode.recordingId", "heardVoice.recordingId");
      const found = await inEpisode
        .where("episode.id", "=", episodeId)
        .where("wasOpen", "=", 1)
        .orderBy("heardAt")
        .execute();
      const byStrip = Map.groupBy(found, ({ stripId }) => stripId).values();
      return [...byStrip].flatMap((shared) =>
        shared.length > 1 ? [shared.map(({ pupilId }) => PupilId.parse(pupilId))] : [],
      );
    },
    /** Who speaks in the carts that were played in an episode. */
    inCartsOf: async (episodeId: EpisodeId): Promise<PupilId[]> => {
      const rows = database
        .selectFrom("heardVoice")
        .innerJoin("episode", "episode.recordingId", "heardVoice.recordingId")
        .where("episode.id", "=", episodeId)
        .where("stripId", "=", cartsStripId);
      return (await rows.select("pupilId").execute()).map(({ pupilId }) => PupilId.parse(pupilId));
    },
    /** The strips on which some pupils were heard in a recording, each with all that was said into it. */
    stripsOf: async (recordingId: RecordingId, pupilIds: readonly PupilId[]): Promise<StripId[]> => {
      const rows = database
        .selectFrom("heardVoice")
        .select("stripId")
        .distinct()
        .where("recordingId", "=", recordingId)
        .where("wasOpen", "=", 1);
      return (await rows.where("pupilId", "in", pupilIds).execute()).map(({ stripId }) => StripId.parse(stripId));
    },
    /** The strips on whose tracks a pupil's voice is in a recording, heard or not. */
    recordedStripsOf: async (recordingId: RecordingId, pupilId: PupilId): Promise<StripId[]> => {
      const rows = database.selectFrom("heardVoice").select("stripId").where("recordingId", "=", recordingId);
      return (await rows.where("pupilId", "=", pupilId).execute()).map(({ stripId }) => StripId.parse(stripId));
    },
    /** Who of today's pupils was heard at each of these microphones; nobody at a grown-up's. */
    microphonesIn: async (recordingId: RecordingId, stripIds: readonly StripId[]) => {
      const rows = database.selectFrom("heardVoice").innerJoin("pupil", "pupil.id", "heardVoice.pupilId");
      const ofRecording = rows
        .where("recordingId", "=", recordingId)
        .where("wasOpen", "=", 1)
        .select(["stripId", "pupilId"]);
      const found = (await ofRecording.execute()).map((row) => ({ ...row, pupilId: PupilId.parse(row.pupilId) }));
      return stripIds.map((stripId) => ({
        stripId,
        pupilIds: found.flatMap((each) => (each.stripId === stripId ? [each.pupilId] : [])),
      }));
    },
    /** The strips on whose tracks a pupil's voice is in a recording, heard or not, and nobody else's. */
    stripsOfAlone: async (recordingId: RecordingId, pupilId: PupilId): Promise<StripId[]> => {
      const rows = database.selectFrom("heardVoice").select("stripId").where("recordingId", "=", recordingId);
      const alone = rows.groupBy("stripId").having((of) => of.fn.countAll<number>(), "=", 1);
      const own = alone.having((of) => of.fn.max("pupilId"), "=", pupilId);
      return (await own.execute()).map(({ stripId }) => StripId.parse(stripId));
    },
    /** Who of a channel's published episodes, and of its show on air, may not be heard by an audience that it is to get. */
    tooNarrowFor: async (channelId: ChannelId, visibility: Visibility): Promise<HeardVoice[]> => {
      const kept = (await audible(channelId)).filter(({ scope, own }) => !reaches(scope, narrower(visibility, own)));
      return [...new Map(kept.map((voice) => [voice.pupilId, voice])).values()];
    },
    /** Episodes in which a pupil is heard, the newest first. */
    episodesOf: async (pupilId: PupilId): Promise<EpisodeId[]> => {
      const rows = database
        .selectFrom("episode")
        .innerJoin("heardVoice", "heardVoice.recordingId", "episode.recordingId")
        .where("heardVoice.pupilId", "=", pupilId)
        .where("heardVoice.wasOpen", "=", 1);
      const ids = await rows.select("episode.id").distinct().orderBy("episode.id", "desc").execute();
      return ids.map(({ id }) => EpisodeId.parse(id));
    },
    /** Published episodes that go further today than somebody heard in them allows, with those whose voices these are. */
    listTooWide: async (): Promise<Map<EpisodeId, PupilId[]>> => {
      const tooWide = (await audible()).filter(
        ({ scope, ofChannel, own }) => !reaches(scope, narrower(ofChannel, own)),
      );
      const byEpisode = new Map<EpisodeId, PupilId[]>();
      for (const { episodeId, pupilId } of tooWide)
        if (episodeId !== null) byEpisode.set(episodeId, [...(byEpisode.get(episodeId) ?? []), pupilId]);
      return byEpisode;
    },
  };
}
/** See {@link openHeardVoices}. */
export type HeardVoices = ReturnType<typeof openHeardVoices>;
