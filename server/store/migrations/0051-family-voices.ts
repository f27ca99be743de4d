import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  // The message may be gone, after its thirty days: what was heard of it goes as far as before. `none` once the family took it back.
  `CREATE TABLE familyVoice (
     id TEXT PRIMARY KEY, scope TEXT NOT NULL CHECK (scope IN ('none', 'class', 'family', 'public')),
     speaker TEXT NOT NULL CHECK (speaker IN ('adult', 'child'))) WITHOUT ROWID`,
  // Whoever sent one before was told that it goes as far as its show, and to speak themselves.
  `INSERT INTO familyVoice (id, scope, speaker)
     SELECT reply.id, channel.visibility, 'adult' FROM reply JOIN show ON show.id = reply.showId
       JOIN channel ON channel.id = show.channelId WHERE reply.kind = 'voice'`,
];

/** How far each voice may go that a family left, and whose it is. */
export const familyVoices: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
