import { z } from "zod";
import { Visibility } from "./channels.ts";
import { ConsentScope } from "./consent.ts";
import { CartId, ReplyId, ShowId } from "./ids.ts";
import { text, Title } from "./people.ts";

/** Longest message that a family may leave, in seconds. */
export const longestReplySeconds = 60;

/** Largest file of one, in bytes: a minute of 48 kHz stereo wav and its header. */
export const largestReplyBytes = 12_000_000;

/** How many one family may leave for one show. */
export const mostReplies = 3;

/** After so many days nothing is left of one. */
export const keptReplyDays = 30;

/** Where it stands: nobody but its family and the teachers knows of it, the class has it on its desk, or the teachers kept nothing of it. */
export const ReplyState = z.enum(["waiting", "accepted", "declined"]);
/** See {@link ReplyState}. */
export type ReplyState = z.infer<typeof ReplyState>;

/** Whose voice it is. A child's goes no further than the answers about the family's children in the class either. */
export const ReplySpeaker = z.enum(["adult", "child"]);
/** See {@link ReplySpeaker}. */
export type ReplySpeaker = z.infer<typeof ReplySpeaker>;

/** Form fields beside the sound of `POST /api/shows/:id/replies`: who speaks, and who may hear it. */
export const NewVoice = z.strictObject({ speaker: ReplySpeaker, scope: Visibility });
/** See {@link NewVoice}. */
export type NewVoice = z.infer<typeof NewVoice>;

/** What a family left for a show, as the family sees it. */
export const OwnReply = z.strictObject({
  id: ReplyId,
  showTitle: Title,
  kind: z.enum(["voice", "question"]),
  /** Of a question, until it was declined. */
  text: z.string().nullable(),
  /** Of a voice, as all three of these. */
  durationSeconds: z.number().nullable(),
  speaker: ReplySpeaker.nullable(),
  scope: ConsentScope.nullable(),
  state: ReplyState,
  sentAt: z.iso.datetime(),
});
/** See {@link OwnReply}. */
export type OwnReply = z.infer<typeof OwnReply>;

/** The same as the class's teachers see it. */
export const Reply = OwnReply.extend({
  showId: ShowId,
  /** First names of the family's children in the class: no adult's name is known. */
  from: z.array(z.string()),
  /** Whether the show's listeners are more than the family, or a child's consent, allows: then it is no sound for the desk. */
  isTooNarrow: z.boolean(),
  /** What was made of an accepted voice, as long as it is on the shelf. */
  cartId: CartId.nullable(),
});
/** See {@link Reply}. */
export type Reply = z.infer<typeof Reply>;

/** Body of `POST /api/shows/:id/questions`. */
export const NewQuestion = z.strictObject({ text: text.trim().min(1).max(300) });
/** See {@link NewQuestion}. */
export type NewQuestion = z.infer<typeof NewQuestion>;

/** Body of `PUT /api/replies/:id/acceptance`: what stands on the pad of a voice. */
export const ReplyAcceptance = z.strictObject({ title: Title });
/** See {@link ReplyAcceptance}. */
export type ReplyAcceptance = z.infer<typeof ReplyAcceptance>;
