import type { Party } from "../../schemas/journal.ts";
import { partsOf } from "./act-home.ts";
import type { Database } from "./open-database.ts";

/** Asks the names of things, by their words in the audit table: `pupil:…`, `show:…`. What is gone has none. */
export function openPartyNames(database: Database) {
  const named = {
    account: (ids: string[]) =>
      database.selectFrom("account").select(["id", "displayName as name"]).where("id", "in", ids).execute(),
    pupil: (ids: string[]) =>
      database.selectFrom("pupil").select(["id", "firstName as name"]).where("id", "in", ids).execute(),
    classroom: (ids: string[]) =>
      database.selectFrom("classroom").select(["id", "name"]).where("id", "in", ids).execute(),
    school: (ids: string[]) => database.selectFrom("school").select(["id", "name"]).where("id", "in", ids).execute(),
    channel: (ids: string[]) =>
      database.selectFrom("channel").select(["id", "title as name"]).where("id", "in", ids).execute(),
    show: (ids: string[]) =>
      database.selectFrom("show").select(["id", "title as name"]).where("id", "in", ids).execute(),
    episode: (ids: string[]) =>
      database.selectFrom("episode").select(["id", "title as name"]).where("id", "in", ids).execute(),
    cart: (ids: string[]) =>
      database.selectFrom("cart").select(["id", "title as name"]).where("id", "in", ids).execute(),
    anchor: (ids: string[]) =>
      database.selectFrom("anchor").select(["id", "title as name"]).where("id", "in", ids).execute(),
    recording: (ids: string[]) => {
      const shows = database.selectFrom("recording").innerJoin("show", "show.id", "recording.showId");
      return shows.select(["recording.id as id", "show.title as name"]).where("recording.id", "in", ids).execute();
    },
    family: async (ids: string[]) => {
      const children = database.selectFrom("familyChild").innerJoin("pupil", "pupil.id", "familyChild.pupilId");
      const rows = await children
        .select(["familyChild.familyId as id", "pupil.firstName"])
        .where("familyChild.familyId", "in", ids)
        .orderBy("pupil.firstName")
        .execute();
      return [...Map.groupBy(rows, ({ id }) => id)].map(([id, group]) => ({
        id,
        name: group.map(({ firstName }) => firstName).join(", "),
      }));
    },
  };
  const isNamed = (kind: string): kind is keyof typeof named => kind in named;

  /** The party behind each word. */
  return async (words: Iterable<string>): Promise<(word: string) => Party> => {
    const byKind = Map.groupBy(new Set(words), (word) => partsOf(word)[0]);
    const names = new Map<string, string>();
    for (const [kind, group] of byKind) {
      if (!isNamed(kind)) continue;
      for (const { id, name } of await named[kind](group.map((word) => partsOf(word)[1])))
        names.set(`${kind}:${id}`, name);
    }
    return (word) => {
      const [kind] = partsOf(word);
      return { kind: kind as Party["kind"], name: names.get(word) ?? null };
    };
  };
}
