import { OEmbed } from "../../schemas/listening.ts";
import { EpisodeText, TranscriptChange } from "../../schemas/transcripts.ts";

/** Routes about what stands beside the sound: texts of episodes, and what other sites show of a channel. */
export const restListening = {
  "GET /api/channels/:slug/oembed": {
    does: "How another site puts the channel's player into a page: oEmbed 1.0, rich; `url` may name an episode's page.",
    answers: OEmbed,
  },
  "GET /media/previews/:slug/:file": {
    does: "The picture by which other sites and messengers show a link.",
    answers: "JPEG, 1200 × 630",
  },
  "GET /api/episodes/:id/transcript": {
    does: "What is said in the episode, as its teachers have it; null when nobody wrote it down.",
    answers: EpisodeText.nullable(),
  },
  "PUT /api/episodes/:id/transcript": {
    does: "Keeps a text or a subtitle file, cleaned; whoever may hear the episode may read it.",
    body: TranscriptChange,
    answers: EpisodeText,
  },
  "DELETE /api/episodes/:id/transcript": { does: "Removes the episode's text." },
  "GET /media/transcripts/:episodeId/:file": {
    does: "What is said in the episode, for its listeners and for apps; its address changes with it.",
    answers: "WebVTT, or plain text when it has no times",
  },
} as const;
