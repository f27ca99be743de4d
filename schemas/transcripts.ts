import { z } from "zod";
import { text } from "./people.ts";

/** What is said in one passage; `startSeconds` and `endSeconds` are media time. */
export const Cue = z.strictObject({
  startSeconds: z.number().min(0),
  endSeconds: z.number().min(0),
  text: z.string().min(1).max(1_000),
});
/** See {@link Cue}. */
export type Cue = z.infer<typeof Cue>;

/** Longest text that an episode can have, in characters: some six hours of speech. */
export const longestTranscript = 300_000;

/** Body of `PUT /api/episodes/:id/transcript`: the text as it was typed, or a subtitle file (WebVTT, SubRip), whose times are kept. */
export const TranscriptChange = z.strictObject({ text: text.trim().min(1).max(longestTranscript) });
/** See {@link TranscriptChange}. */
export type TranscriptChange = z.infer<typeof TranscriptChange>;

/** An episode's text, as its teachers have it: cleaned, as WebVTT when it has times, else plain. */
export const EpisodeText = z.strictObject({
  text: z.string(),
  isTimed: z.boolean(),
  /** First names of the class that stand in it, for the teacher to look at: whoever may hear the episode reads them. */
  named: z.array(z.string()),
  /** A voice was left out of the episode since: nobody is shown the text until it is saved anew. */
  isWithheld: z.boolean(),
});
/** See {@link EpisodeText}. */
export type EpisodeText = z.infer<typeof EpisodeText>;

/** Where listeners and apps read an episode's text; an address that another text never has. */
export const TranscriptFile = z.strictObject({
  url: z.string(),
  mimeType: z.enum(["text/vtt", "text/plain"]),
});
/** See {@link TranscriptFile}. */
export type TranscriptFile = z.infer<typeof TranscriptFile>;
