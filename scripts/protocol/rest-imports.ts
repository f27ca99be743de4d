import { z } from "zod";
import { PodcastAddress, FolderName, ImportStart, PodcastImport, VoicesAnswer } from "../../schemas/podcast-imports.ts";

/** Podcasts from elsewhere. */
export const restImports = {
  "GET /api/channels/:id/podcast-imports": {
    does: "The imports of a channel, the newest first.",
    answers: z.array(PodcastImport),
  },
  "POST /api/channels/:id/feed-imports": {
    does: "Looks at a podcast on the Internet; nothing is imported yet.",
    body: PodcastAddress,
    answers: PodcastImport,
  },
  "POST /api/channels/:id/file-imports": {
    does: "Begins an import of files that are sent one after the other.",
    answers: PodcastImport,
  },
  "GET /api/channels/:id/import-folders": {
    does: "The folders that the station's disk offers.",
    answers: z.array(z.string()),
  },
  "POST /api/channels/:id/folder-imports": {
    does: "Looks at one of them.",
    body: FolderName,
    answers: PodcastImport,
  },
  "GET /api/channels/:id/export": {
    does: "All that a channel holds as a ZIP: feed, sounds, covers, chapters, texts, and a page of data. It can be imported as it is.",
  },
  "GET /api/podcast-imports/:id": { does: "What an import brings, and how far it is.", answers: PodcastImport },
  "POST /api/podcast-imports/:id/files": {
    does: "Sends a file of an import in the form field `file`: a sound, a feed, a cover, chapters, or a ZIP of them.",
    form: z.strictObject({ name: z.string() }),
    answers: PodcastImport,
  },
  "POST /api/podcast-imports/:id/start": {
    does: "Brings the podcast in; without an answer about the voices as drafts.",
    body: ImportStart,
    answers: PodcastImport,
  },
  "PUT /api/podcast-imports/:id/voices": {
    does: "Answers for the voices: the first time, what came is published as far as that.",
    body: VoicesAnswer,
    answers: PodcastImport,
  },
  "POST /api/podcast-imports/:id/retries": {
    does: "Goes on with an import that was stopped, or of which something failed.",
    answers: PodcastImport,
  },
  "DELETE /api/podcast-imports/:id": { does: "Lets go of an import that nobody started, or stops it." },
} as const;
