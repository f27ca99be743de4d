import { z } from "zod";
import { NewQuestion, OwnReply, Reply, ReplyAcceptance } from "../../schemas/replies.ts";
import { restExchange } from "./rest-exchange.ts";

/** What families leave for a show and what becomes of it, and what classes offer each other. */
export const restReplies = {
  ...restExchange,
  "GET /api/family/replies": {
    does: "What the family left for shows and is still kept, the newest first.",
    answers: z.array(OwnReply),
  },
  "POST /api/shows/:id/replies": {
    does: "Leaves a voice of a minute at most for a show that has not ended; the `file` of a form. Three for a show and family, with questions.",
    form: z.strictObject({}),
    answers: OwnReply,
  },
  "POST /api/shows/:id/questions": {
    does: "Leaves a question in writing for a show that has not ended.",
    body: NewQuestion,
    answers: OwnReply,
  },
  "DELETE /api/family/replies/:id": {
    does: "Takes one back: its words and its sound are gone at once, from the desk too.",
  },
  "GET /api/classrooms/:id/replies": {
    does: "What families left for the class's shows and was not put aside, the newest first.",
    answers: z.array(Reply),
  },
  "GET /api/replies/:id/sound": { does: "A family's voice, for the teachers.", answers: "audio" },
  "PUT /api/replies/:id/acceptance": {
    does: "Accepts one: a voice becomes a sound of the class, on the pads of its show. Done again, it changes nothing.",
    body: ReplyAcceptance,
  },
  "DELETE /api/replies/:id": { does: "Puts one aside: of its words and its sound nothing is kept." },
} as const;
