import { fewestTold } from "../../schemas/region.ts";
import type { Sum } from "./impact-figures.ts";
import type { Database } from "./open-database.ts";

/**
 * What schools have too little of to be told it alone, together and of no school any more. It is told in blocks of at least ten persons of two schools or more: what
 * comes to less waits for the next school, so that no school's few make the difference between two looks.
 */
export function openPooledSums(database: Database) {
  const take = async (year: number, figure: string, isTold: 0 | 1): Promise<Sum> => {
    const rows = database.deleteFrom("pooledSum").where("year", "=", year).where("figure", "=", figure);
    const row = await rows.where("isTold", "=", isTold).returning(["persons", "total"]).executeTakeFirst();
    return row ?? { persons: 0, total: 0 };
  };
  const put = (year: number, figure: string, isTold: 0 | 1, { persons, total }: Sum) =>
    database.insertInto("pooledSum").values({ year, figure, isTold, persons, total }).execute();
  const together = (one: Sum, other: Sum): Sum => ({
    persons: one.persons + other.persons,
    total: one.total + other.total,
  });

  return {
    /** Within a transaction. */
    add: async (year: number, figure: string, sum: Sum): Promise<void> => {
      const waiting = together(await take(year, figure, 0), sum);
      if (waiting.persons < fewestTold) await put(year, figure, 0, waiting);
      else await put(year, figure, 1, together(await take(year, figure, 1), waiting));
    },
    told: (year: number) =>
      database.selectFrom("pooledSum").selectAll().where("year", "=", year).where("isTold", "=", 1).execute(),
  };
}
