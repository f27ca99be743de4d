import { z } from "zod";
import { CartId, ChannelId, ClassroomId } from "./ids.ts";
import { Licence } from "./licences.ts";
import { Bird, Description, Title, VoiceColour } from "./people.ts";

/** Who may hear: the class only, its families too, or everybody. */
export const Visibility = z.enum(["class", "family", "public"]);
/** See {@link Visibility}. */
export type Visibility = z.infer<typeof Visibility>;

/** The channel's word in addresses: ASCII, made from its title, without any person's name. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

/** Languages a channel can be spoken in (BCP 47), for the feed's `<language>`. */
export const ChannelLanguage = z.enum(["fr", "en", "ar", "uk", "pt", "tr", "es", "de", "it", "oc", "br"]);
/** See {@link ChannelLanguage}. */
export type ChannelLanguage = z.infer<typeof ChannelLanguage>;

// As it stands in a header: what is no letter of an address is escaped.
const NewAddress = z.url({ protocol: /^https?$/, normalize: true }).max(2_000);

/** A radio of a classroom. Without an uploaded cover, one is drawn from bird and colour. */
export const Channel = z.strictObject({
  id: ChannelId,
  classroomId: ClassroomId,
  slug: Slug,
  title: Title,
  description: Description,
  /** How the feed names the author: the school, never a person. */
  author: Title,
  language: ChannelLanguage,
  visibility: Visibility,
  bird: Bird,
  colour: VoiceColour,
  /** Changes with every new cover, and stands in its address, so that a cover's address is immutable. */
  coverVersion: z.int().min(0),
  hasOwnCover: z.boolean(),
  /** The sound of its class that radios hear at `/live/<slug>.mp3` between shows, round and round; `null` for none. */
  interludeCartId: CartId.nullable(),
  /** The feed that subscribers of a public channel are sent to, once it has moved to another host; `null` while it is here. */
  movedTo: NewAddress.nullable(),
  /** On what terms its episodes may be used again, where they have no licence of their own. */
  licence: Licence,
});
/** See {@link Channel}. */
export type Channel = z.infer<typeof Channel>;

/** A public channel that another one names: what stands of it on that one's page. */
export const SisterChannel = Channel.pick({
  id: true,
  slug: true,
  title: true,
  bird: true,
  colour: true,
  author: true,
});
/** See {@link SisterChannel}. */
export type SisterChannel = z.infer<typeof SisterChannel>;

/** Body of `POST /api/classrooms/:id/channels`. */
export const NewChannel = Channel.pick({
  title: true,
  description: true,
  language: true,
  visibility: true,
  bird: true,
  colour: true,
});
/** See {@link NewChannel}. */
export type NewChannel = z.infer<typeof NewChannel>;

/** Body of `PATCH /api/channels/:id`. */
export const ChannelChange = NewChannel.extend({
  interludeCartId: CartId.nullable(),
  movedTo: NewAddress.nullable(),
  licence: Licence,
  /** Public channels of the station that listeners may like too, in this order. */
  sisters: z.array(ChannelId).max(12),
}).partial();
/** See {@link ChannelChange}. */
export type ChannelChange = z.infer<typeof ChannelChange>;
