import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE offer (
     id TEXT PRIMARY KEY, classroomId TEXT NOT NULL REFERENCES classroom (id) ON DELETE CASCADE,
     kind TEXT NOT NULL CHECK (kind IN ('rundown', 'cart', 'episode', 'series')),
     title TEXT NOT NULL, words TEXT NOT NULL, reach TEXT NOT NULL CHECK (reach IN ('school', 'region')),
     items TEXT NOT NULL, cartId TEXT REFERENCES cart (id) ON DELETE CASCADE,
     episodeId TEXT REFERENCES episode (id) ON DELETE CASCADE, offeredAt INTEGER NOT NULL)`,
  "CREATE INDEX offerOfClassroom ON offer (classroomId)",
  "CREATE INDEX offerOfCart ON offer (cartId)",
  "CREATE INDEX offerOfEpisode ON offer (episodeId)",
  `CREATE TABLE offerTaking (
     offerId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
     classroomId TEXT NOT NULL REFERENCES classroom (id) ON DELETE CASCADE,
     takenAt INTEGER NOT NULL, PRIMARY KEY (offerId, classroomId)) WITHOUT ROWID`,
  "CREATE INDEX offerTakingOfClassroom ON offerTaking (classroomId)",
  // A sound that came from another class: who speaks in it is a pupil there.
  `CREATE TABLE cartCopy (
     cartId TEXT PRIMARY KEY REFERENCES cart (id) ON DELETE CASCADE,
     homeId TEXT REFERENCES classroom (id) ON DELETE SET NULL) WITHOUT ROWID`,
  "CREATE INDEX cartCopyOfHome ON cartCopy (homeId)",
  `CREATE TABLE rundownTemplate (
     id TEXT PRIMARY KEY, classroomId TEXT NOT NULL REFERENCES classroom (id) ON DELETE CASCADE,
     homeId TEXT REFERENCES classroom (id) ON DELETE SET NULL,
     title TEXT NOT NULL, words TEXT NOT NULL, credit TEXT NOT NULL, items TEXT NOT NULL, createdAt INTEGER NOT NULL)`,
  "CREATE INDEX rundownTemplateOfClassroom ON rundownTemplate (classroomId)",
  "CREATE INDEX rundownTemplateOfHome ON rundownTemplate (homeId)",
  "ALTER TABLE rundown ADD COLUMN credit TEXT",
  `CREATE TABLE replay (
     channelId TEXT NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
     episodeId TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
     offerId TEXT NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
     credit TEXT NOT NULL, replayedAt INTEGER NOT NULL, PRIMARY KEY (channelId, episodeId)) WITHOUT ROWID`,
  "CREATE INDEX replayOfEpisode ON replay (episodeId)",
  "CREATE INDEX replayOfOffer ON replay (offerId)",
  // However it goes, the feed in which it was heard has changed.
  `CREATE TRIGGER replayChangesItsFeed AFTER DELETE ON replay
     BEGIN UPDATE channel SET changedAt = MAX(changedAt + 1000, unixepoch() * 1000) WHERE id = OLD.channelId; END`,
  // A pupil of another class, who is heard in a sound that was taken from there: nobody is told their name.
  "ALTER TABLE heardVoice ADD COLUMN isGuest INTEGER NOT NULL DEFAULT 0",
];

/** What classes offer each other, and what they took. */
export const exchange: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
