import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE companion (
     showId TEXT NOT NULL REFERENCES show(id) ON DELETE CASCADE, ownerId TEXT NOT NULL REFERENCES pupil(id) ON DELETE CASCADE,
     pupilId TEXT NOT NULL REFERENCES pupil(id) ON DELETE CASCADE, place INTEGER NOT NULL, isSpeaking INTEGER NOT NULL, saidAt INTEGER NOT NULL,
     PRIMARY KEY (showId, ownerId, pupilId))`,
  "CREATE INDEX companionOfPupil ON companion (pupilId)",
  "CREATE INDEX companionOfOwner ON companion (ownerId)",
  `CREATE TRIGGER companyGoesWithItsShow AFTER UPDATE OF state ON show WHEN NEW.state = 'ended'
     BEGIN DELETE FROM companion WHERE showId = NEW.id; END`,
];

/** Who is named at whose microphone, so that a restart of the station in the middle of a show does not forget whose voice may not go out. */
export const companies: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
