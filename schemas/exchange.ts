import { z } from "zod";
import { CartKind } from "./carts.ts";
import { ChannelId, ClassroomId, EpisodeId, OfferId, RundownTemplateId } from "./ids.ts";
import { Description, lineOrNothing, Title } from "./people.ts";
import { Credit, RundownItem } from "./rundown.ts";
import { SoundRights } from "./sound-rights.ts";

/** What a class can offer: a rundown, a sound of the desk, an episode, or a series, which is a rundown with its sounds. */
export const OfferKind = z.enum(["rundown", "cart", "episode", "series"]);
/** See {@link OfferKind}. */
export type OfferKind = z.infer<typeof OfferKind>;

/** To whom: the classes of one's school, or of every school on the station. */
export const OfferReach = z.enum(["school", "region"]);
/** See {@link OfferReach}. */
export type OfferReach = z.infer<typeof OfferReach>;

/** Most things that a class offers at once. */
export const mostOffers = 100;

/** Most rundowns that a class keeps from others. */
export const mostTemplates = 40;

/** Most offers that one look at the catalogue shows; a search narrows it. */
export const mostFound = 60;

/** Body of `POST /api/classrooms/:id/offers`. */
export const NewOffer = z.strictObject({
  kind: OfferKind,
  /** The show whose rundown it is, the cart or the episode. */
  sourceId: z.uuid(),
  title: Title,
  /** What it is good for, for colleagues. */
  words: Description,
  reach: OfferReach,
  /** Whoever offers it was shown which of its words are first names of the class, and says that no pupil is meant. */
  areNamesSeen: z.boolean(),
});
/** See {@link NewOffer}. */
export type NewOffer = z.infer<typeof NewOffer>;

/** A sound of an offer, to be heard before it is taken. */
export const OfferedSound = z.strictObject({
  title: Title,
  /** `null` of an episode. */
  kind: CartKind.nullable(),
  durationSeconds: z.number().min(0),
  rights: SoundRights.nullable(),
  url: z.string(),
});
/** See {@link OfferedSound}. */
export type OfferedSound = z.infer<typeof OfferedSound>;

/** Something that a class offers, as others see it: nobody is named in it but the class and its school. */
export const Offer = z.strictObject({
  id: OfferId,
  kind: OfferKind,
  title: Title,
  words: Description,
  reach: OfferReach,
  offeredAt: z.iso.datetime(),
  credit: Credit,
  /** The parts of a rundown or a series. */
  parts: z.array(RundownItem.pick({ title: true, kind: true, plannedSeconds: true })),
  sounds: z.array(OfferedSound),
  /** Whether the class that asks has taken it. */
  isTaken: z.boolean(),
});
/** See {@link Offer}. */
export type Offer = z.infer<typeof Offer>;

/** One of the class's own, with how many classes have taken it. `isOut` is false while nobody may hear or take it, as when a consent ended. */
export const OwnOffer = Offer.omit({ isTaken: true }).extend({ classes: z.int().min(0), isOut: z.boolean() });
/** See {@link OwnOffer}. */
export type OwnOffer = z.infer<typeof OwnOffer>;

/** What the catalogue is asked for. */
export const CatalogueQuery = z.strictObject({ q: lineOrNothing(120).optional(), kind: OfferKind.optional() });
/** See {@link CatalogueQuery}. */
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

/** Body of `POST /api/classrooms/:id/catalogue/:offer/copies`: an episode needs the channel in which it is heard again. */
export const OfferTaking = z.strictObject({ channelId: ChannelId.nullable() });
/** See {@link OfferTaking}. */
export type OfferTaking = z.infer<typeof OfferTaking>;

/** A rundown that was taken, to begin shows with. */
export const RundownTemplate = z.strictObject({
  id: RundownTemplateId,
  classroomId: ClassroomId,
  title: Title,
  words: Description,
  credit: Credit,
  items: z.array(RundownItem),
});
/** See {@link RundownTemplate}. */
export type RundownTemplate = z.infer<typeof RundownTemplate>;

/** An episode of another class that is heard in a channel of this one; `isOut` is false while it is not public. */
export const Replay = z.strictObject({
  channelId: ChannelId,
  episodeId: EpisodeId,
  title: Title,
  credit: Credit,
  isOut: z.boolean(),
});
/** See {@link Replay}. */
export type Replay = z.infer<typeof Replay>;

/** What a class has to do with the others: what it offers, the rundowns it took, and the episodes it lets be heard again. */
export const ClassExchange = z.strictObject({
  offers: z.array(OwnOffer),
  templates: z.array(RundownTemplate),
  replays: z.array(Replay),
});
/** See {@link ClassExchange}. */
export type ClassExchange = z.infer<typeof ClassExchange>;
