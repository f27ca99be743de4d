import { z } from "zod";
import { FamilyId, FeedAddressId } from "./ids.ts";

/** What an address was made for, so that its holder knows it again; not whose it is. */
export const FeedDevice = z.enum(["phone", "tablet", "computer", "speaker"]);
/** See {@link FeedDevice}. */
export type FeedDevice = z.infer<typeof FeedDevice>;

/** Most addresses that a family, a teacher in a class, or a class has at once. */
export const mostFeedAddresses = 12;

/** A private address, as its holder sees it: what stands before `/feeds/…`, `/media/…` and `/live/…` for one app, and ends by itself. */
export const FeedAddress = z.strictObject({
  /** The address that came with a family's link has the family's id. */
  id: z.union([FeedAddressId, FamilyId]),
  /** `null` for the one that came with the link. */
  device: FeedDevice.nullable(),
  createdAt: z.iso.datetime(),
  /** Whether an app has asked for a feed with it, ever; neither when nor how often. */
  isUsed: z.boolean(),
  /** `/prive/<token>`; `null` for one that was made with a key that the station has no more. */
  prefix: z.string().nullable(),
});
/** See {@link FeedAddress}. */
export type FeedAddress = z.infer<typeof FeedAddress>;

/** Body of `POST /api/family/feed-addresses`. */
export const NewFeedAddress = z.strictObject({ device: FeedDevice });

/** One address of a class: for the devices of the class, or for the teacher who asks. */
export const ClassFeedAddress = FeedAddress.extend({ isOwn: z.boolean() });
/** See {@link ClassFeedAddress}. */
export type ClassFeedAddress = z.infer<typeof ClassFeedAddress>;

/** Body of `POST /api/classrooms/:id/feed-addresses`; an own one ends when the teacher leaves the class. */
export const NewClassFeedAddress = NewFeedAddress.extend({ isOwn: z.boolean() });
/** See {@link NewClassFeedAddress}. */
export type NewClassFeedAddress = z.infer<typeof NewClassFeedAddress>;

/** Answer of `GET /api/classrooms/:id/feed-addresses`: how many families subscribe, not which; and the addresses that the teacher may show. */
export const ClassSubscriptions = z.strictObject({
  /** Addresses of the class's families that an app has asked with. */
  ofFamilies: z.int().min(0),
  addresses: z.array(ClassFeedAddress),
});
/** See {@link ClassSubscriptions}. */
export type ClassSubscriptions = z.infer<typeof ClassSubscriptions>;
