import { z } from "zod";
import type { Channel, SisterChannel } from "./channels.ts";
import type { Episode } from "./episodes.ts";
import type { ErrorCode } from "./errors.ts";
import type { FamilyLanguage } from "./families.ts";
import type { ListeningWish } from "./listening-wish.ts";
import type { LiveState } from "./live.ts";
import type { PersonsOf } from "./persons.ts";
import type { School } from "./people.ts";
import type { RadiosPage } from "./radios.ts";
import type { Show } from "./shows.ts";

/** What the page of a channel shows: answer of `GET /api/channels/:slug`. */
export type ChannelPage = {
  channel: Channel;
  school: Pick<School, "name" | "city">;
  classroomName: string;
  liveShow: Show | null;
  nextShow: Show | null;
  episodes: Episode[];
  /** How many episodes there are, where only the newest are told. */
  episodeCount: number;
  /** First names that may be told of its episodes. */
  persons: PersonsOf;
  /** Public channels that it names, in its order. */
  sisters: SisterChannel[];
  /** Whether a pupil or a member of staff is signed in here, who may be in the school. */
  isSignedIn: boolean;
  /** Whether this is a family's device. */
  isFamily: boolean;
  /** What the addresses of feed and calendar begin with, without their ending; `null` for whoever has no feed of this channel. */
  feed: { path: string; isPrivate: boolean } | null;
};

/** The way in which somebody listens: on the station's own page, in a frame of another site, or on the list of all radios. */
export type ListeningPlace = "page" | "frame" | "radios";

/** What the server has found out for a listener's page before it is drawn: the page begins with it, here and in the browser. */
export type ListeningStart = {
  place: ListeningPlace;
  slug: string;
  episodeId: string | null;
  wish: ListeningWish;
  /** What is said in the episode that the page shows, as `EpisodeText` has it; `null` when nobody asked, or nobody wrote it down. */
  text: string | null;
  /** Epoch milliseconds, so that both draw the same minutes. */
  now: number;
  found: { page: ChannelPage; live: LiveState } | { radios: RadiosPage } | { refusal: ErrorCode };
};

/** What the built page exports for the server: the page as HTML in a language, and the files that this language needs besides. */
export type DrawListening = (start: ListeningStart, language: FamilyLanguage) => Promise<string>;

/** What the page of all radios is called in a language; the built page exports it too. */
export type NameRadios = (language: FamilyLanguage) => Promise<string>;

/** How another site puts the player into its page: answer of `GET /api/channels/:slug/oembed` (oEmbed 1.0). */
export const OEmbed = z.strictObject({
  version: z.literal("1.0"),
  type: z.literal("rich"),
  provider_name: z.string(),
  provider_url: z.string(),
  title: z.string(),
  author_name: z.string(),
  html: z.string(),
  width: z.int(),
  height: z.int(),
  thumbnail_url: z.string(),
  thumbnail_width: z.int(),
  thumbnail_height: z.int(),
});
/** See {@link OEmbed}. */
export type OEmbed = z.infer<typeof OEmbed>;
