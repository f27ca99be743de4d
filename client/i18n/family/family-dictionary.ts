import { fr } from "../fr/dictionary.ts";
import type { Dictionary } from "../words.ts";

/** Refusals that a family can meet. */
type FamilyCode =
  | "request.malformed"
  | "request.too_many"
  | "request.not_found"
  | "request.foreign_origin"
  | "server.failed"
  | "server.closing"
  | "session.missing"
  | "session.expired"
  | "session.forbidden"
  | "channel.not_found"
  | "episode.not_found"
  | "live.off"
  | "media.unavailable"
  | "family.link_unknown"
  | "family.pin_missing"
  | "family.pin_wrong"
  | "feed.too_many_addresses"
  | "reply.not_found"
  | "reply.not_audio"
  | "reply.empty"
  | "reply.too_long"
  | "reply.too_many"
  | "reply.too_late"
  | "news.unknown_service"
  | "letter.not_found";

/** Words of the frame that stand on the staff's pages only. */
type StaffWord =
  | "save"
  | "saved"
  | "keep"
  | "navigation"
  | "navShows"
  | "navClassroom"
  | "navChannel"
  | "navProgress"
  | "navSchool"
  | "signOut"
  | "chooseClassroom"
  | "workProgress";

/** What a language must say that only families' pages speak. */
export type FamilyDictionary = {
  readonly frame: Omit<Dictionary["frame"], StaffWord>;
  readonly channel: Dictionary["channel"];
  readonly family: Dictionary["family"];
  readonly radios: Dictionary["radios"];
  readonly recorder: Dictionary["recorder"];
  readonly reply: Dictionary["reply"];
  readonly subscribe: Dictionary["subscribe"];
  readonly news: Dictionary["news"];
  readonly player: Dictionary["player"];
  readonly errors: Pick<Dictionary["errors"], FamilyCode>;
  readonly advice: Pick<Dictionary["advice"], FamilyCode>;
};

/** A families' language as a whole dictionary: what no family reads stays French. */
export const overFrench = ({
  frame,
  channel,
  family,
  radios,
  recorder,
  reply,
  subscribe,
  news,
  player,
  errors,
  advice,
}: FamilyDictionary): Dictionary => ({
  ...fr,
  frame: { ...fr.frame, ...frame },
  channel,
  family,
  radios,
  recorder,
  reply,
  subscribe,
  news,
  player,
  errors: { ...fr.errors, ...errors },
  advice: { ...fr.advice, ...advice },
});
