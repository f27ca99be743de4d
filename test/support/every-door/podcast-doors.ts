import type { Door } from "./door.ts";
import { admins } from "./rules.ts";
import { teachersOf } from "./usual-doors.ts";

/** The doors by which podcasts come and leave. */
export const podcastDoors: Readonly<Record<string, Door>> = {
  "GET /api/channels/:id/podcast-imports": teachersOf("channel"),
  "POST /api/channels/:id/feed-imports": teachersOf("channel"),
  "POST /api/channels/:id/file-imports": teachersOf("channel"),
  "GET /api/channels/:id/import-folders": { may: admins, about: "channel" },
  "POST /api/channels/:id/folder-imports": { may: admins, about: "channel" },
  "GET /api/channels/:id/export": teachersOf("channel"),
  "GET /api/podcast-imports/:id": teachersOf("podcastImport"),
  "POST /api/podcast-imports/:id/files": teachersOf("podcastImport"),
  "POST /api/podcast-imports/:id/start": teachersOf("podcastImport", () => ({ answer: null, isChannelToo: false })),
  "PUT /api/podcast-imports/:id/voices": teachersOf("podcastImport", () => ({
    ...{ reach: "class", words: "Les familles ont signé." },
  })),
  "POST /api/podcast-imports/:id/retries": teachersOf("podcastImport"),
  "DELETE /api/podcast-imports/:id": teachersOf("podcastImport"),
};
