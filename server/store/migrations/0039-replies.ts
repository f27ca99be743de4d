import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE reply (
     id TEXT PRIMARY KEY, familyId TEXT NOT NULL REFERENCES family(id) ON DELETE CASCADE,
     showId TEXT NOT NULL REFERENCES show(id) ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('voice', 'question')),
     text TEXT, durationSeconds REAL, state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined')),
     cartId TEXT REFERENCES cart(id) ON DELETE SET NULL, createdAt INTEGER NOT NULL)`,
  "CREATE INDEX replyOfFamily ON reply (familyId, showId)",
  "CREATE INDEX replyOfShow ON reply (showId)",
  "CREATE INDEX replyOfCart ON reply (cartId)",
  // However it goes, its sound leaves the desk with it.
  `CREATE TRIGGER replyTakesItsCartAlong AFTER DELETE ON reply WHEN OLD.cartId IS NOT NULL
     BEGIN DELETE FROM cart WHERE id = OLD.cartId; END`,
  // A family that has no child in the class any more leaves nothing there.
  `CREATE TRIGGER replyGoesWithTheLastChild AFTER DELETE ON familyChild
     BEGIN DELETE FROM reply WHERE familyId = OLD.familyId AND showId NOT IN (
       SELECT show.id FROM familyChild JOIN pupil ON pupil.id = familyChild.pupilId
         JOIN channel ON channel.classroomId = pupil.classroomId JOIN show ON show.channelId = channel.id
         WHERE familyChild.familyId = OLD.familyId); END`,
];

/** What families leave for the shows of their children's classes. */
export const replies: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
