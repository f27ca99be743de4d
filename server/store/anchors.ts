import {
  Anchor,
  isOfCriteria,
  mostAnchors,
  toldTogether,
  type AnchorRating,
  type AnchorSettings,
} from "../../schemas/anchors.ts";
import { AnchorId, type AccountId, type SchoolId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";

type Row = Tables["anchor"];
type Rating = { accountId: string; firstLevels: string; levels: string };

const levelsIn = (json: string) => JSON.parse(json) as number[];

/** How many chose each level of each criterion, of as many as are told together; later ones wait until their group is whole. */
function spreadOf({ criteria }: Pick<AnchorSettings, "criteria">, ratings: readonly Rating[]): number[][] | null {
  const told = ratings.slice(0, ratings.length - (ratings.length % toldTogether));
  if (told.length === 0) return null;
  const chosen = told.map(({ firstLevels }) => levelsIn(firstLevels));
  return criteria.map(({ levels }, index) =>
    levels.map((_, place) => chosen.filter((each) => each[index] === place + 1).length),
  );
}

/** An anchor as it is told to `reader`: blind until they have rated it, and of others only what several chose. */
function toldTo(reader: AccountId, row: Row, ratings: readonly Rating[]): Anchor {
  const criteria = JSON.parse(row.criteria) as AnchorSettings["criteria"];
  const own = ratings.find(({ accountId }) => accountId === reader);
  const { id, title, grade, voice, rubric } = row;
  const isOwn = row.broughtBy === reader;
  const isOpen = isOwn || own !== undefined;
  const others = ratings.filter(({ accountId }) => accountId !== reader);
  return Anchor.parse({
    ...{ id, title, grade, voice, rubric, criteria, isOwn, rating: own === undefined ? null : levelsIn(own.levels) },
    ...{ agreed: isOpen ? levelsIn(row.agreed) : null, others: isOpen ? spreadOf({ criteria }, others) : null },
  });
}

/** Sounds that a school's staff rate to compare their ears. */
export function openAnchors(database: Database) {
  const rows = () => database.selectFrom("anchor").selectAll();
  const requireRow = async (id: string): Promise<Row> => {
    const row = await rows().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Refusal("anchor.not_found");
    return row;
  };
  const ratingsOf = (ids: readonly string[]) =>
    database.selectFrom("anchorRating").selectAll().where("anchorId", "in", ids).orderBy("place").execute();
  const read = async (id: AnchorId, reader: AccountId) => toldTo(reader, await requireRow(id), await ratingsOf([id]));
  const requireFewer = async (schoolId: SchoolId) => {
    const kept = await rows().where("schoolId", "=", schoolId).execute();
    if (kept.length >= mostAnchors) throw new Refusal("anchor.too_many");
  };

  return {
    /** Its id, and who brought it. */
    require: async (id: string) => {
      const row = await requireRow(id);
      return { id: AnchorId.parse(row.id), broughtBy: row.broughtBy };
    },
    ids: async (): Promise<string[]> => {
      const all = await database.selectFrom("anchor").select("id").execute();
      return all.map(({ id }) => id);
    },
    read,
    /** The newest first. */
    listFor: async (schoolId: SchoolId, reader: AccountId): Promise<Anchor[]> => {
      const found = await rows().where("schoolId", "=", schoolId).orderBy("id", "desc").execute();
      const ratings = Map.groupBy(await ratingsOf(found.map(({ id }) => id)), ({ anchorId }) => anchorId);
      return found.map((row) => toldTo(reader, row, ratings.get(row.id) ?? []));
    },
    /** Refuses `anchor.too_many`. */
    requireFewer,
    /** Refuses `anchor.too_many`, and `request.malformed` where the levels are not those of the criteria. */
    create: async (schoolId: SchoolId, broughtBy: AccountId, settings: AnchorSettings): Promise<AnchorId> => {
      if (!isOfCriteria(settings.agreed, settings.criteria)) throw new Refusal("request.malformed");
      await requireFewer(schoolId);
      const id = newId(AnchorId);
      const [criteria, agreed] = [JSON.stringify(settings.criteria), JSON.stringify(settings.agreed)];
      await database
        .insertInto("anchor")
        .values({ ...settings, id, schoolId, broughtBy, criteria, agreed })
        .execute();
      return id;
    },
    /** Once for each account, or anew; what others are told of is the first. Refuses `anchor.own` to who brought it. */
    rate: async (id: AnchorId, accountId: AccountId, { levels }: AnchorRating): Promise<Anchor> => {
      const row = await requireRow(id);
      if (row.broughtBy === accountId) throw new Refusal("anchor.own");
      if (!isOfCriteria(levels, JSON.parse(row.criteria) as AnchorSettings["criteria"]))
        throw new Refusal("request.malformed");
      const json = JSON.stringify(levels);
      await database
        .insertInto("anchorRating")
        .values({ anchorId: id, accountId, firstLevels: json, levels: json })
        .onConflict((known) => known.columns(["anchorId", "accountId"]).doUpdateSet({ levels: json }))
        .execute();
      return read(id, accountId);
    },
    /** With its ratings. */
    remove: async (id: AnchorId) => {
      await database.deleteFrom("anchor").where("id", "=", id).execute();
    },
  };
}
/** See {@link openAnchors}. */
export type Anchors = ReturnType<typeof openAnchors>;
