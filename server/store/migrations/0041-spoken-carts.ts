import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `CREATE TABLE spokenCart (
     cartId TEXT NOT NULL REFERENCES cart (id) ON DELETE CASCADE,
     pupilId TEXT NOT NULL REFERENCES pupil (id) ON DELETE CASCADE,
     PRIMARY KEY (cartId, pupilId)) WITHOUT ROWID`,
  `CREATE INDEX spokenCartByPupil ON spokenCart (pupilId)`,
];

/** Which pupils speak in a sound of the desk that was a take. */
export const spokenCarts: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
