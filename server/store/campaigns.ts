import { z } from "zod";
import { Campaign, CampaignState, type RegionImpact, type SurveyMoment } from "../../schemas/impact.ts";
import { CampaignId, type SchoolId } from "../../schemas/ids.ts";
import { fewestTold } from "../../schemas/region.ts";
import { Refusal } from "../errors.ts";
import { endFigures, surveyFigures, tellFigures, type Sum, type Sums } from "./impact-figures.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { countParticipation, sumReadingGains } from "./participation.ts";
import { openPooledSums } from "./pooled-sums.ts";
import { seasonYear } from "./season-year.ts";

const Row = z.object({
  id: CampaignId,
  state: CampaignState,
  openedAt: z.number(),
  endedAt: z.number().nullable(),
  counts: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

const Counts = z.strictObject({
  shows: z.number(),
  episodes: z.number(),
  publishedSeconds: z.number(),
  listenings: z.number(),
});

const next = { starting: "running", running: "ending", ending: "ended", ended: undefined } as const;
const asks = { starting: "start", running: undefined, ending: "end", ended: undefined } as const;

/** An asking that is open, and of which campaign. */
export type Asking = { campaignId: CampaignId; moment: SurveyMoment };

const sumsFrom = (rows: readonly ({ figure: string } & Sum)[]): Map<string, Sum> =>
  new Map(rows.map(({ figure, persons, total }) => [figure, { persons, total }]));

/**
 * What the radio brought a school, from an asking before to an asking after. Answers are counted as they come, and are no rows; what is told of persons is told once the
 * asking, or the campaign, is closed, and never changes again, so that no two looks differ by one of them. What is of fewer than ten is not kept for the school.
 */
export function openCampaigns(database: Database, clock: () => number = Date.now) {
  const rowsOf = (schoolId: SchoolId) =>
    database.selectFrom("campaign").selectAll().where("schoolId", "=", schoolId).orderBy("openedAt", "desc");
  const sumsOf = async (within: Database, id: CampaignId) =>
    sumsFrom(await within.selectFrom("campaignSum").selectAll().where("campaignId", "=", id).execute());

  async function toCampaign(schoolId: SchoolId, row: Row): Promise<Campaign> {
    const { counts, openedAt, endedAt, ...told } = row;
    const sums = await sumsOf(database, row.id);
    // Of an asking that is open nothing is told: it would change with each answer.
    const open = asks[row.state];
    for (const figure of open === undefined ? [] : surveyFigures(open)) sums.delete(figure);
    const ended = counts === null ? undefined : Counts.parse(JSON.parse(counts));
    const soFar = ended ?? (await countSoFar(schoolId, openedAt, sums));
    return Campaign.parse({
      ...told,
      ...{ openedAt: iso(openedAt), endedAt: endedAt === null ? null : iso(endedAt) },
      figures: tellFigures(soFar, sums),
    });
  }

  async function countSoFar(schoolId: SchoolId, from: number, sums: Map<string, Sum>) {
    const { heard, recorded, ...counts } = await countParticipation(database, { schoolId, from, to: clock() });
    sums.set(endFigures.heard, { persons: heard, total: 0 });
    sums.set(endFigures.recorded, { persons: recorded, total: 0 });
    return counts;
  }

  /** Whether a school has asked before in the same school year: then its pupils are in the region's figures already. */
  async function isRepeated(within: Database, schoolId: SchoolId, { openedAt }: Row): Promise<boolean> {
    const rows = within.selectFrom("campaign").select("openedAt").where("schoolId", "=", schoolId);
    const before = await rows.where("openedAt", "<", openedAt).execute();
    return before.some((row) => seasonYear(row.openedAt) === seasonYear(openedAt));
  }

  /**
   * What there is too little of goes to where that of other schools goes, and is of no school any more. Of a year's later campaigns it is
   * forgotten: the same few, asked twice, would make ten.
   */
  async function settle(within: Database, schoolId: SchoolId, row: Row, figures: readonly string[]) {
    const { id, openedAt } = row;
    const [sums, repeated] = [await sumsOf(within, id), await isRepeated(within, schoolId, row)];
    for (const figure of figures) {
      const sum = sums.get(figure);
      if (sum === undefined || sum.persons >= fewestTold) continue;
      const rows = within.deleteFrom("campaignSum").where("campaignId", "=", id);
      await rows.where("figure", "=", figure).execute();
      if (!repeated) await openPooledSums(within).add(seasonYear(openedAt), figure, sum);
    }
    await within.deleteFrom("campaignMark").where("campaignId", "=", id).execute();
  }

  async function end(within: Database, schoolId: SchoolId, row: Row) {
    const stretch = { schoolId, from: row.openedAt, to: clock() };
    const { heard, recorded, ...counts } = await countParticipation(within, stretch);
    const sums = [
      { figure: endFigures.heard, persons: heard, total: 0 },
      { figure: endFigures.recorded, persons: recorded, total: 0 },
      { figure: endFigures.gain, ...(await sumReadingGains(within, stretch)) },
    ].filter(({ persons }) => persons > 0);
    for (const sum of sums)
      await within
        .insertInto("campaignSum")
        .values({ campaignId: row.id, ...sum })
        .execute();
    const values = { endedAt: stretch.to, counts: JSON.stringify(counts) };
    await within.updateTable("campaign").set(values).where("id", "=", row.id).execute();
  }

  async function findGoing(schoolId: SchoolId): Promise<Row | undefined> {
    const row = await rowsOf(schoolId).where("state", "!=", "ended").executeTakeFirst();
    return row && Row.parse(row);
  }

  return {
    /** The newest first. */
    listOf: async (schoolId: SchoolId): Promise<Campaign[]> => {
      const rows = z.array(Row).parse(await rowsOf(schoolId).execute());
      return Promise.all(rows.map((row) => toCampaign(schoolId, row)));
    },
    /** Opens a campaign with its first asking; refuses while another one goes on (`campaign.other_step`). */
    open: async (schoolId: SchoolId): Promise<CampaignId> => {
      if ((await findGoing(schoolId)) !== undefined) throw new Refusal("campaign.other_step");
      const id = newId(CampaignId);
      const row = { id, schoolId, state: "starting", openedAt: clock(), endedAt: null, counts: null };
      await database.insertInto("campaign").values(row).execute();
      return id;
    },
    /** Goes on with the school's campaign to the state told, which is the one after the present one, else `campaign.other_step`. What an asking brought is settled when it closes. */
    move: async (schoolId: SchoolId, to: CampaignState): Promise<CampaignId> => {
      const row = await findGoing(schoolId);
      if (row === undefined || next[row.state] !== to) throw new Refusal("campaign.other_step");
      await database.transaction().execute(async (within) => {
        const moving = within.updateTable("campaign").set({ state: to }).where("id", "=", row.id);
        const moved = await moving.where("state", "=", row.state).executeTakeFirst();
        if (moved.numUpdatedRows === 0n) throw new Refusal("campaign.other_step");
        if (to === "ended") await end(within, schoolId, row);
        const closed = asks[row.state];
        const atEnd = to === "ended" ? Object.values(endFigures) : [];
        if (closed !== undefined) await settle(within, schoolId, row, [...surveyFigures(closed), ...atEnd]);
      });
      return row.id;
    },
    /** What a school is asking now. */
    findAsking: async (schoolId: SchoolId): Promise<Asking | undefined> => {
      const row = await findGoing(schoolId);
      const moment = row && asks[row.state];
      return row === undefined || moment === undefined ? undefined : { campaignId: row.id, moment };
    },
    isMarked: async ({ campaignId }: Asking, mark: string): Promise<boolean> => {
      const marks = database.selectFrom("campaignMark").select("mark").where("campaignId", "=", campaignId);
      return (await marks.where("mark", "=", mark).executeTakeFirst()) !== undefined;
    },
    /** Adds one person to each of these figures, once per mark and as long as the asking is open; else `survey.not_asked`. `total` is what they add to it. */
    add: ({ campaignId, moment }: Asking, mark: string, figures: ReadonlyMap<string, number>): Promise<void> =>
      database.transaction().execute(async (within) => {
        const row = await within.selectFrom("campaign").select("state").where("id", "=", campaignId).executeTakeFirst();
        const isOpen = row !== undefined && asks[CampaignState.parse(row.state)] === moment;
        const marking = within.insertInto("campaignMark").values({ campaignId, mark });
        const marked = isOpen && (await marking.onConflict((known) => known.doNothing()).executeTakeFirst());
        if (marked === false || marked.numInsertedOrUpdatedRows === 0n) throw new Refusal("survey.not_asked");
        for (const [figure, total] of figures)
          await within
            .insertInto("campaignSum")
            .values({ campaignId, figure, persons: 1, total })
            .onConflict((known) =>
              known.doUpdateSet((of) => ({
                persons: of("campaignSum.persons", "+", 1),
                total: of("campaignSum.total", "+", total),
              })),
            )
            .execute();
      }),
    /**
     * The ended campaigns of all schools by school year, the latest first. Nothing is in it but what each school is told itself, and what small ones have together. Of persons
     * a school's first campaign of a year tells, so that nobody counts twice.
     */
    ofRegion: async (): Promise<RegionImpact[]> => {
      const rows = await database
        .selectFrom("campaign")
        .select(["id", "schoolId", "openedAt", "counts"])
        .where("state", "=", "ended")
        .orderBy("openedAt")
        .execute();
      const byYear = Map.groupBy(rows, ({ openedAt }) => seasonYear(openedAt));
      const years = [...byYear].sort(([one], [other]) => other - one);
      return Promise.all(
        years.map(async ([year, ended]) => {
          const counts = addCounts(ended.map((row) => Counts.parse(JSON.parse(row.counts!))));
          const firsts = [...Map.groupBy(ended, ({ schoolId }) => schoolId).values()].flatMap(([first]) => first ?? []);
          const own = await Promise.all(firsts.map(({ id }) => sumsOf(database, CampaignId.parse(id))));
          const sums = addSums([...own, sumsFrom(await openPooledSums(database).told(year))]);
          return {
            year,
            schools: new Set(ended.map(({ schoolId }) => schoolId)).size,
            figures: tellFigures(counts, sums),
          };
        }),
      );
    },
  };
}
/** See {@link openCampaigns}. */
export type Campaigns = ReturnType<typeof openCampaigns>;

const iso = (at: number) => new Date(at).toISOString();

function addCounts(all: readonly z.infer<typeof Counts>[]): z.infer<typeof Counts> {
  const sum = (of: keyof z.infer<typeof Counts>) => all.reduce((so, each) => so + each[of], 0);
  return {
    shows: sum("shows"),
    episodes: sum("episodes"),
    publishedSeconds: sum("publishedSeconds"),
    listenings: sum("listenings"),
  };
}

function addSums(all: readonly Sums[]): Sums {
  const sums = new Map<string, Sum>();
  for (const [figure, { persons, total }] of all.flatMap((each) => [...each])) {
    const before = sums.get(figure) ?? { persons: 0, total: 0 };
    sums.set(figure, { persons: before.persons + persons, total: before.total + total });
  }
  return sums;
}
