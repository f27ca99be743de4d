import { z } from "zod";
import type { CartId, PupilId, RundownTemplateId, ShowId } from "../../schemas/ids.ts";
import {
  mostRundownItems,
  Rundown,
  RundownItem,
  type RundownChange,
  type RundownSpeaker,
} from "../../schemas/rundown.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "./open-database.ts";
import { slotBefore } from "./slot-before.ts";

const Items = z.array(RundownItem);
const itemsOf = (row: { items: string }) => Items.parse(JSON.parse(row.items));

/** The pupils and carts that an item of a show may name: those of its classroom. */
type Known = { speakers: ReadonlySet<string>; carts: ReadonlySet<string> };

const wordSpeakers: readonly RundownSpeaker[] = ["teacher", "everybody"];

function keepKnown(item: RundownItem, known: Known): RundownItem {
  const { moves } = item;
  const isBedGone = moves.bed !== "keep" && moves.bed !== "off" && !known.carts.has(moves.bed);
  return {
    ...item,
    speakers: [...new Set(item.speakers)].filter((speaker) => known.speakers.has(speaker)),
    cartIds: item.cartIds.filter((cartId) => known.carts.has(cartId)),
    moves: {
      ...moves,
      bed: isBedGone ? "keep" : moves.bed,
      gains: moves.gains.filter(({ speaker }) => known.speakers.has(speaker)),
    },
  };
}

async function knownTo(database: Database, showId: ShowId): Promise<Known> {
  const classroom = database
    .selectFrom("show")
    .innerJoin("channel", "channel.id", "show.channelId")
    .where("show.id", "=", showId)
    .select("channel.classroomId");
  const pupils = await database.selectFrom("pupil").select("id").where("classroomId", "in", classroom).execute();
  const carts = await database.selectFrom("cart").select("id").where("classroomId", "in", classroom).execute();
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { speakers: new Set([...idsOf(pupils), ...wordSpeakers]), carts: new Set(idsOf(carts)) };
}

/** Longest credit of a rundown that was put together from several. */
const longestCredit = 400;

const creditOf = (credit: string | null) => (credit === null ? {} : { credit });

/** Both, each once. */
function joined(former: string | null, more: string | null): string | null {
  if (former === null || more === null) return former ?? more;
  return former.split(" · ").includes(more) ? former : `${former} · ${more}`.slice(0, longestCredit);
}

/** Whose work a template of the show's class is. */
async function creditFrom(database: Database, showId: ShowId, templateId: RundownTemplateId | undefined) {
  if (templateId === undefined) return null;
  const row = await database
    .selectFrom("rundownTemplate")
    .innerJoin("channel", "channel.classroomId", "rundownTemplate.classroomId")
    .innerJoin("show", "show.channelId", "channel.id")
    .where("show.id", "=", showId)
    .where("rundownTemplate.id", "=", templateId)
    .select("rundownTemplate.credit")
    .executeTakeFirst();
  return row?.credit ?? null;
}

const rowOf = (database: Database, showId: ShowId) =>
  database.selectFrom("rundown").selectAll().where("showId", "=", showId).executeTakeFirst();

/** What the weekly slot's show before this one had; a slot's shows follow it until they are changed themselves. */
async function inheritedRow(database: Database, showId: ShowId) {
  const before = await slotBefore(database, showId)
    .innerJoin("rundown", "rundown.showId", "former.id")
    .select(["rundown.items", "rundown.revision", "rundown.credit"])
    .executeTakeFirst();
  return before && { showId, revision: -before.revision, items: before.items, credit: before.credit };
}

/**
 * Takes a pupil who is erased out of every rundown in which they speak: their places, the texts that only they read, and their first name wherever else it
 * stands there.
 */
export async function forgetSpeaker(database: Database, pupilId: PupilId, forget: (text: string) => string) {
  const named = await database.selectFrom("rundown").selectAll().where("items", "like", `%${pupilId}%`).execute();
  for (const row of named) {
    const items = itemsOf(row).map((item) => ({
      ...item,
      title: forget(item.title),
      prompterText: item.speakers.join() === pupilId ? "" : forget(item.prompterText),
      speakers: item.speakers.filter((speaker) => speaker !== pupilId),
      moves: { ...item.moves, gains: item.moves.gains.filter(({ speaker }) => speaker !== pupilId) },
    }));
    await database
      .updateTable("rundown")
      // Who has the former one open cannot save it any more.
      .set({ items: JSON.stringify(items), revision: row.revision + 1 })
      .where("showId", "=", row.showId)
      .execute();
  }
}

/** Whoever speaks in a sound is named beside the items that play it and nothing else, where those who were said to speak in it stand now. */
export async function nameInRundowns(
  within: Database,
  cartId: CartId,
  before: readonly PupilId[],
  now: readonly PupilId[],
) {
  const isOf = ({ cartIds, speakers }: RundownItem) =>
    cartIds.join() === cartId && speakers.toSorted().join() === before.toSorted().join();
  const playing = await within.selectFrom("rundown").selectAll().where("items", "like", `%${cartId}%`).execute();
  for (const row of playing) {
    const items = itemsOf(row);
    if (before.length === 0 || !items.some(isOf)) continue;
    const told = items.map((item) => (isOf(item) ? { ...item, speakers: [...now] } : item));
    const change = { items: JSON.stringify(told), revision: row.revision + 1 };
    await within.updateTable("rundown").set(change).where("showId", "=", row.showId).execute();
  }
}

/** Writes a rundown in the place of the one with this revision. */
async function keep(
  within: Database,
  showId: ShowId,
  change: RundownChange,
  former: { credit: string | null } | undefined,
): Promise<Rundown> {
  const known = await knownTo(within, showId);
  const items = change.items.map((item) => keepKnown(item, known));
  const revision = Math.max(0, change.revision) + 1;
  const credit = joined(former?.credit ?? null, await creditFrom(within, showId, change.templateId));
  const row = { revision, items: JSON.stringify(items), credit };
  await within
    .insertInto("rundown")
    .values({ showId, ...row })
    .onConflict((conflict) => conflict.column("showId").doUpdateSet(row))
    .execute();
  return { showId, revision, items, ...creditOf(credit) };
}

/** The rundowns of the shows. Pupils and carts that are gone, or belong to another class, are in none of them. */
export function openRundowns(database: Database) {
  return {
    /** A show that has none gets its weekly slot's newest before it, or else an empty one. */
    read: async (showId: ShowId): Promise<Rundown> => {
      const row = (await rowOf(database, showId)) ?? (await inheritedRow(database, showId));
      if (row === undefined) return { showId, revision: 0, items: [] };
      const known = await knownTo(database, showId);
      const items = itemsOf(row).map((item) => keepKnown(item, known));
      return Rundown.parse({ showId, revision: row.revision, items, ...creditOf(row.credit) });
    },
    /** Takes the place of the former one. `rundown.changed` when somebody saved since the change was begun. */
    save: (showId: ShowId, change: RundownChange): Promise<Rundown> =>
      database.transaction().execute(async (within) => {
        const former = (await rowOf(within, showId)) ?? (await inheritedRow(within, showId));
        if (change.revision !== (former?.revision ?? 0)) throw new Refusal("rundown.changed");
        return keep(within, showId, change, former);
      }),
    /** One more item, behind the others, but before a closing that ends the show. Refuses `rundown.full`. */
    add: (showId: ShowId, item: RundownItem): Promise<Rundown> =>
      database.transaction().execute(async (within) => {
        const former = (await rowOf(within, showId)) ?? (await inheritedRow(within, showId));
        const items = former === undefined ? [] : itemsOf(former);
        if (items.length >= mostRundownItems) throw new Refusal("rundown.full");
        const place = items.at(-1)?.kind === "closing" ? items.length - 1 : items.length;
        const change = { revision: former?.revision ?? 0, items: items.toSpliced(place, 0, item) };
        return keep(within, showId, change, former);
      }),
  };
}
/** See {@link openRundowns}. */
export type Rundowns = ReturnType<typeof openRundowns>;
