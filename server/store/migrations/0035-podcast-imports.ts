import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE podcastImport (
    id TEXT PRIMARY KEY,
    channelId TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    address TEXT,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    coverSource TEXT,
    isChannelToo INTEGER NOT NULL DEFAULT 0,
    jobId TEXT,
    reach TEXT NOT NULL DEFAULT 'class',
    answeredBy TEXT REFERENCES account (id) ON DELETE SET NULL,
    answer TEXT,
    answeredAt INTEGER,
    createdAt INTEGER NOT NULL
  )`,
  "CREATE INDEX importsOfChannel ON podcastImport (channelId)",
  "ALTER TABLE episode ADD COLUMN guid TEXT",
  "ALTER TABLE episode ADD COLUMN isExplicit INTEGER NOT NULL DEFAULT 0",
  "ALTER TABLE episode ADD COLUMN ownCover INTEGER NOT NULL DEFAULT 0",
  "ALTER TABLE episode ADD COLUMN importId TEXT REFERENCES podcastImport (id)",
  "CREATE INDEX episodesOfImport ON episode (importId)",
  `CREATE TABLE importedItem (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    importId TEXT NOT NULL REFERENCES podcastImport (id) ON DELETE CASCADE,
    channelId TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
    guid TEXT,
    soundSource TEXT NOT NULL,
    soundHash TEXT,
    byteLength INTEGER,
    title TEXT NOT NULL,
    publishedAt INTEGER,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT,
    plannedEpisodeId TEXT NOT NULL UNIQUE,
    episodeId TEXT REFERENCES episode (id) ON DELETE SET NULL
  )`,
  "CREATE INDEX itemsOfImport ON importedItem (importId, id)",
  "CREATE INDEX itemsOfChannel ON importedItem (channelId, episodeId)",
];

/** Podcasts that come from elsewhere, what of them is there already, and what their episodes keep of where they were. */
export const podcastImports: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
