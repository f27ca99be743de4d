import type { Door } from "./door.ts";
import { everybody, itsPublicHears } from "./rules.ts";
import { heard, open, teachersOf } from "./usual-doors.ts";

/** The doors of what was made: episodes, and every file that listeners fetch. */
export const episodeDoors: Readonly<Record<string, Door>> = {
  "PUT /api/episodes/:id/keeping": teachersOf("episode"),
  "GET /api/channels/:id/all-episodes": teachersOf("channel"),
  "GET /api/episodes/:id": heard("episode"),
  "GET /api/episodes/:id/chapters.json": heard("episode"),
  "GET /api/episodes/:id/transcript": teachersOf("episode"),
  "PUT /api/episodes/:id/transcript": teachersOf("episode", () => ({ text: "Bonjour à tous." })),
  "DELETE /api/episodes/:id/transcript": teachersOf("episode"),
  "GET /media/transcripts/:episodeId/:file": heard("episode", { file: "1.vtt" }),
  "GET /api/episodes/:id/sounds": teachersOf("episode"),
  "GET /api/episodes/:id/voices": teachersOf("episode"),
  "PUT /api/episodes/:id/left-out-voices": teachersOf("episode", (pick) => ({ pupilIds: [pick.anywhere("pupil")] })),
  "PATCH /api/episodes/:id": teachersOf("episode", () => ({ description: "Au programme." })),
  "DELETE /api/episodes/:id": teachersOf("episode"),
  "PUT /api/episodes/:id/publication": teachersOf("episode"),
  "DELETE /api/episodes/:id/publication": teachersOf("episode"),
  "GET /chaines.opml": open,
  "GET /radios/:school/fil.xml": { may: itsPublicHears, about: "school", at: { school: "*" }, hides: everybody },
  "GET /feeds/:file": heard("channel", { file: "*.xml" }),
  "GET /media/covers/channels/:id/:file": heard("channel", { file: "99.jpg" }),
  "GET /media/previews/:slug/:file": heard("channel", { file: "0-0.jpg" }),
  "GET /media/covers/episodes/:id/:file": heard("episode", { file: "99-9.jpg" }),
  "GET /media/episodes/:episodeId/:version/:name": heard("episode", { version: "1", name: "episode.mp3" }),
  "GET /live/:slug/:playlist": heard("channel", { playlist: "audio.m3u8" }),
  "GET /live/:slug/:word/:rendition/:piece": heard("channel", { word: "none", rendition: "audio", piece: "1.m4s" }),
  "GET /live/:file": heard("channel", { file: "*.mp3" }),
};
