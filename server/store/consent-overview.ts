import { z } from "zod";
import { Visibility } from "../../schemas/channels.ts";
import {
  ConsentScope,
  dayInParis,
  isInFiles,
  LeftOut,
  narrower,
  reaches,
  type PupilConsent,
} from "../../schemas/consent.ts";
import { soonDays, type ClassConsents, type TouchedEpisode } from "../../schemas/consent-overview.ts";
import { ClassroomId, EpisodeId, PupilId, ShowId, type SchoolId } from "../../schemas/ids.ts";
import { openConsents } from "./consents.ts";
import { openPlannedVoices } from "./planned-voices.ts";
import type { Database } from "./open-database.ts";

const Heard = z.strictObject({
  classroomId: ClassroomId,
  episodeId: EpisodeId,
  showId: ShowId.nullable(),
  title: z.string(),
  state: z.string(),
  ofChannel: Visibility,
  own: Visibility.nullable(),
  pupilId: PupilId,
  leftOut: LeftOut.nullable(),
  /** Of a family's message, which answers for itself. */
  ownScope: ConsentScope.nullable(),
});
type Heard = z.infer<typeof Heard>;

const dayMs = 86_400_000;

/** How far the voices of a school's classes may go, in numbers, and the episodes and planned shows that this touches. */
export function openConsentOverview(database: Database, clock: () => number = Date.now) {
  const [consents, planned] = [openConsents(database, clock), openPlannedVoices(database, clock)];

  async function classesOf(schoolId: SchoolId) {
    const active = database.selectFrom("classroom").where("schoolId", "=", schoolId).where("archivedAt", "is", null);
    const classrooms = await active.select(["id", "name"]).orderBy("name").execute();
    return classrooms.map(({ id, name }) => ({ classroomId: ClassroomId.parse(id), name }));
  }

  /** Who is heard in what is ready to be heard; whom an episode is already without is not. */
  async function heardIn(schoolId: SchoolId): Promise<Heard[]> {
    const rows = await database
      .selectFrom("heardVoice")
      .innerJoin("episode", "episode.recordingId", "heardVoice.recordingId")
      .innerJoin("channel", "channel.id", "episode.channelId")
      .innerJoin("classroom", "classroom.id", "channel.classroomId")
      .leftJoin("familyVoice", "familyVoice.id", "heardVoice.pupilId")
      .leftJoin("leftOutVoice", (join) =>
        join
          .onRef("leftOutVoice.episodeId", "=", "episode.id")
          .onRef("leftOutVoice.pupilId", "=", "heardVoice.pupilId"),
      )
      .where("classroom.schoolId", "=", schoolId)
      .where("episode.state", "in", ["rendered", "published"])
      .select(["classroom.id as classroomId", "episode.id as episodeId", "episode.showId", "episode.title"])
      .select(["episode.state", "channel.visibility as ofChannel", "episode.visibility as own"])
      .select((of) => [
        "heardVoice.pupilId",
        "familyVoice.scope as ownScope",
        of
          .case()
          .when("leftOutVoice.pupilId", "is", null)
          .then(null)
          .else(of.fn.coalesce("leftOutVoice.way", of.val("awaited")))
          .end()
          .as("leftOut"),
      ])
      .distinct()
      .orderBy("episode.recordedAt", "desc")
      .execute();
    return rows.map((row) => Heard.parse(row)).filter(isInFiles);
  }

  const endsSoon = ({ standing, scope, latest }: PupilConsent): boolean =>
    standing === "answered" && scope !== "none" && latest!.endsOn <= dayInParis(clock() + soonDays * dayMs);

  function touchedOf(voices: readonly Heard[], standing: ReadonlyMap<PupilId, PupilConsent>): TouchedEpisode[] {
    const touched = [...Map.groupBy(voices, ({ episodeId }) => episodeId).values()].map((heard): TouchedEpisode => {
      const { episodeId, showId, title, state, ofChannel, own } = heard[0]!;
      const ending = heard.map(({ pupilId }) => standing.get(pupilId)!).filter(endsSoon);
      const scopes = heard.map(({ pupilId, ownScope }) => ownScope ?? standing.get(pupilId)!.scope);
      return {
        ...{ episodeId, showId, title, isPublished: state === "published", ending: ending.length },
        endsOn: ending.map(({ latest }) => latest!.endsOn).sort()[0] ?? null,
        tooNarrow: scopes.filter((scope) => !reaches(scope, narrower(ofChannel, own))).length,
      };
    });
    return touched.filter(({ ending, tooNarrow }) => ending + tooNarrow > 0);
  }

  return {
    /** Every class that is not archived, by name. */
    of: async (schoolId: SchoolId): Promise<ClassConsents[]> => {
      const heard = await heardIn(schoolId);
      // Also of those who have left their class since.
      const asked = await consents.standingOf([...new Set(heard.map(({ pupilId }) => pupilId))]);
      const standing = new Map(asked.map((each) => [each.pupilId, each]));
      return Promise.all(
        (await classesOf(schoolId)).map(async ({ classroomId, name }) => {
          const pupils = await consents.ofClassroom(classroomId);
          const withStanding = (wanted: string) => pupils.filter((each) => each.standing === wanted);
          const withScope = (wanted: string) => withStanding("answered").filter(({ scope }) => scope === wanted).length;
          return {
            ...{ classroomId, name, none: withScope("none"), class: withScope("class") },
            ...{ family: withScope("family"), public: withScope("public") },
            ...{ unanswered: withStanding("unanswered").length, expired: withStanding("expired").length },
            ending: pupils.filter(endsSoon).length,
            shows: await planned.touchedIn(classroomId, pupils),
            episodes: touchedOf(
              heard.filter((each) => each.classroomId === classroomId),
              standing,
            ),
          };
        }),
      );
    },
  };
}
/** See {@link openConsentOverview}. */
export type ConsentOverview = ReturnType<typeof openConsentOverview>;
