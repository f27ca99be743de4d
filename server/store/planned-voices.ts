import { Visibility } from "../../schemas/channels.ts";
import { dayInParis, reaches, type PupilConsent } from "../../schemas/consent.ts";
import type { TouchedShow } from "../../schemas/consent-overview.ts";
import { ShowId, type ClassroomId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";
import { openRundowns } from "./rundowns.ts";

const dayMs = 86_400_000;

/** Who is to speak in the shows to come, as far as their rundowns tell. */
export function openPlannedVoices(database: Database, clock: () => number = Date.now) {
  const rundowns = openRundowns(database);

  /** The soonest first; of a weekly slot the next one only. */
  async function plannedIn(classroomId: ClassroomId) {
    const rows = database.selectFrom("show").innerJoin("channel", "channel.id", "show.channelId");
    const found = await rows
      .where("channel.classroomId", "=", classroomId)
      .where("show.state", "=", "planned")
      // What was planned for another day and did not take place.
      .where((of) => of.or([of("scheduledAt", "is", null), of("scheduledAt", ">", clock() - dayMs)]))
      .select(["show.id", "show.title", "show.scheduledAt", "show.slotId", "channel.visibility"])
      .orderBy((of) => of.fn.coalesce("show.scheduledAt", of.val(Number.MAX_SAFE_INTEGER)))
      .orderBy("show.id")
      .execute();
    const slots = found.map(({ id, slotId }) => slotId ?? id);
    return found.filter((_, index) => slots.indexOf(slots[index]!) === index);
  }

  const isOverBy = (day: string) => (known: PupilConsent) =>
    known.standing === "answered" && known.scope !== "none" && known.latest!.endsOn < day;

  return {
    /** The planned shows of a class that an answer touches, of what holds for its pupils today. */
    touchedIn: async (classroomId: ClassroomId, pupils: readonly PupilConsent[]): Promise<TouchedShow[]> => {
      const shows = (await plannedIn(classroomId)).map(async ({ id, title, scheduledAt, visibility }) => {
        const showId = ShowId.parse(id);
        const { items } = await rundowns.read(showId);
        const named = new Set<string>(items.flatMap(({ speakers }) => speakers));
        const speakers = pupils.filter(({ pupilId }) => named.has(pupilId));
        const over = scheduledAt === null ? [] : speakers.filter(isOverBy(dayInParis(scheduledAt)));
        const isNarrow = ({ scope }: PupilConsent) => !reaches(scope, Visibility.parse(visibility));
        return {
          ...{ showId, title, scheduledAt: scheduledAt === null ? null : new Date(scheduledAt).toISOString() },
          ...{ ending: over.length, endsOn: over.map(({ latest }) => latest!.endsOn).sort()[0] ?? null },
          tooNarrow: speakers.filter((known) => isNarrow(known) && !over.includes(known)).length,
        };
      });
      return (await Promise.all(shows)).filter(({ ending, tooNarrow }) => ending + tooNarrow > 0);
    },
  };
}
