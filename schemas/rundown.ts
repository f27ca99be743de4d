import { z } from "zod";
import { GainDb } from "./gain.ts";
import { CartId, PupilId, RundownItemId, RundownTemplateId, ShowId } from "./ids.ts";
import { line, text, Title } from "./people.ts";

/** Most items in one rundown. */
export const mostRundownItems = 40;

/** Longest text of an item that the prompter shows, in characters: about five minutes read aloud. */
export const longestPrompterText = 5_000;

/** Who speaks in an item: a pupil of the class, whoever holds the desk, or all that are in the studio. */
export const RundownSpeaker = z.union([PupilId, z.enum(["teacher", "everybody"])]);
/** See {@link RundownSpeaker}. */
export type RundownSpeaker = z.infer<typeof RundownSpeaker>;

/** What an item is, for its drawing; it decides nothing. */
export const RundownItemKind = z.enum(["opening", "speech", "interview", "reading", "debate", "sound", "closing"]);
/** See {@link RundownItemKind}. */
export type RundownItemKind = z.infer<typeof RundownItemKind>;

/** What the desk sets by itself when an item begins. */
export const RundownMoves = z.strictObject({
  /**
   * `speakers` opens the microphones of those who speak and closes all others, where somebody is named; where nobody is, it opens again what
   * `closed` closed before. `keep` touches none.
   */
  microphones: z.enum(["speakers", "keep", "closed"]),
  /** The bed that plays under the item; `off` fades out every bed, `keep` leaves them. */
  bed: z.union([z.enum(["keep", "off"]), CartId]),
  /** Faders set before the microphones open; of the same speaker at most once. */
  gains: z.array(z.strictObject({ speaker: RundownSpeaker, gainDb: GainDb })).max(14),
  /** The fader of all sounds; `null` leaves it. */
  cartsGainDb: GainDb.nullable(),
});
/** See {@link RundownMoves}. */
export type RundownMoves = z.infer<typeof RundownMoves>;

/** One timed part of a show. */
export const RundownItem = z.strictObject({
  id: RundownItemId,
  /** Heard by listeners as what is on now, and later as a chapter: no pupil's name belongs here. */
  title: Title,
  kind: RundownItemKind,
  plannedSeconds: z.int().min(1).max(3_600),
  speakers: z.array(RundownSpeaker).max(14),
  /** What the speakers read from their tablets; empty: they speak in their own words. */
  prompterText: text.max(longestPrompterText),
  /** Jingles, stings and themes that begin together with the item. */
  cartIds: z.array(CartId).max(4),
  moves: RundownMoves,
});
/** See {@link RundownItem}. */
export type RundownItem = z.infer<typeof RundownItem>;

const Items = z
  .array(RundownItem)
  .max(mostRundownItems)
  .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, { error: "an id stands twice" });

/** Whose work something is that was taken from another class: class, school and town, and nobody's name. */
export const Credit = line(400);

/** The rundown (conducteur) of a show: its items in order. */
export const Rundown = z.strictObject({
  showId: ShowId,
  /** Grows by one with every save; 0 before the first. A show that has the rundown of its weekly slot's show before it counts that one's saves below zero. */
  revision: z.int(),
  items: Items,
  /** Where it came from other classes; it stays whatever becomes of the items. */
  credit: Credit.optional(),
});
/** See {@link Rundown}. */
export type Rundown = z.infer<typeof Rundown>;

/** Body of `PUT /api/shows/:id/rundown`: `revision` is the one that the page changed, and is refused when it is not the newest. */
export const RundownChange = Rundown.pick({ revision: true, items: true }).extend({
  /** The class's template that some of the items come from: its credit stays with the rundown. */
  templateId: RundownTemplateId.optional(),
});
/** See {@link RundownChange}. */
export type RundownChange = z.infer<typeof RundownChange>;

/** An item as every page of the studio knows it: without its text and its moves. */
export const RundownLine = RundownItem.pick({
  id: true,
  title: true,
  kind: true,
  plannedSeconds: true,
  speakers: true,
});
/** See {@link RundownLine}. */
export type RundownLine = z.infer<typeof RundownLine>;

/** Where a show stands in its rundown; part of the studio's snapshot. Instants are the server's clock. */
export const RundownState = z.strictObject({
  /** Of the rundown that the studio follows: a page that shows texts reads it anew when this changes. */
  revision: z.int(),
  lines: z.array(RundownLine).max(mostRundownItems),
  /** The item that is on; `null` before the first, and in a show without a rundown. */
  current: z.strictObject({ itemId: RundownItemId, startedAt: z.iso.datetime() }).nullable(),
  /** When the first item began, and with it the show's own time; `null` before. */
  begunAt: z.iso.datetime().nullable(),
  /** Items that were on and are not any more. */
  doneIds: z.array(RundownItemId).max(mostRundownItems),
});
/** See {@link RundownState}. */
export type RundownState = z.infer<typeof RundownState>;
