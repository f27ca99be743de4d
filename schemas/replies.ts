import { z } from "zod";
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

/** What a family left for a show, as the family sees it. */
export const OwnReply = z.strictObject({
  id: ReplyId,
  showTitle: Title,
  kind: z.enum(["voice", "question"]),
  /** Of a question, until it was declined. */
  text: z.string().nullable(),
  /** Of a voice. */
  durationSeconds: z.number().nullable(),
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
