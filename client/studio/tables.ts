import { Table } from "../../schemas/floor.ts";
import type { Strip } from "../../schemas/studio.ts";

/** The first table at which nobody stands; the last one when all are taken. */
export const freeTable = (strips: readonly Pick<Strip, "table">[]): Table =>
  Table.options.find((table) => strips.every((strip) => strip.table !== table)) ?? "F";

/** The tables at which somebody stands, in their order, then null where somebody stands alone: the groups of the desk's row. */
export const tablesOf = (strips: readonly Pick<Strip, "table">[]): (Table | null)[] =>
  [...Table.options, null].filter((table) => strips.some((strip) => strip.table === table));
