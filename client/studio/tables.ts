import { Table } from "../../schemas/floor.ts";
import type { Strip } from "../../schemas/studio.ts";

/** Strips that stand together on the desk: a table's under one bar, all others one by one under none. */
export type StripGroup = { readonly table: Table | null; readonly strips: readonly Strip[] };

/** The first table at which nobody stands; the last one when all are taken. */
export const freeTable = (strips: readonly Pick<Strip, "table">[]): Table =>
  Table.options.find((table) => strips.every((strip) => strip.table !== table)) ?? "F";

/** Tables in their order, then those who stand alone; strips keep their order within. */
export function groupByTable(strips: readonly Strip[]): StripGroup[] {
  const groups = [...Table.options, null].map((table) => ({
    table,
    strips: strips.filter((strip) => strip.table === table),
  }));
  return groups.filter((group) => group.strips.length > 0);
}
