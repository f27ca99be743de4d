import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const statements = [
  `ALTER TABLE cart ADD COLUMN mode TEXT NOT NULL DEFAULT 'oneShot' CHECK (mode IN ('oneShot', 'loop', 'hold'))`,
  `ALTER TABLE cart ADD COLUMN gainDb REAL NOT NULL DEFAULT 0`,
  `ALTER TABLE cart ADD COLUMN fadeOutSeconds REAL NOT NULL DEFAULT 0.3`,
  `ALTER TABLE cart ADD COLUMN nextCartId TEXT REFERENCES cart(id) ON DELETE SET NULL`,
  `ALTER TABLE cart ADD COLUMN isForPupils INTEGER NOT NULL DEFAULT 1`,
  `ALTER TABLE cart ADD COLUMN rights TEXT NOT NULL DEFAULT '{"origin":"other","note":""}'`,
  `ALTER TABLE cart ADD COLUMN soundFrom REAL NOT NULL DEFAULT 0`,
  `ALTER TABLE cart ADD COLUMN soundTo REAL NOT NULL DEFAULT 0`,
  `ALTER TABLE cart ADD COLUMN integratedLufs REAL`,
  `ALTER TABLE cart ADD COLUMN truePeakDbtp REAL NOT NULL DEFAULT 0`,
  `ALTER TABLE cart ADD COLUMN place INTEGER NOT NULL DEFAULT 0`,
  `UPDATE cart SET soundTo = durationSeconds, mode = CASE kind WHEN 'bed' THEN 'loop' ELSE 'oneShot' END`,
  `UPDATE cart SET place = (SELECT count(*) FROM cart AS other WHERE other.classroomId = cart.classroomId AND other.id < cart.id)`,
  `ALTER TABLE show ADD COLUMN pads TEXT`,
  `CREATE TABLE cartPlay (
     id INTEGER PRIMARY KEY, recordingId TEXT NOT NULL REFERENCES recording(id) ON DELETE CASCADE,
     cartId TEXT REFERENCES cart(id) ON DELETE SET NULL, title TEXT NOT NULL, rights TEXT NOT NULL, atSeconds REAL NOT NULL)`,
  `CREATE INDEX cartPlayOfRecording ON cartPlay (recordingId)`,
];

/** Carts with mode, gain, chain and rights; pads of a show; which carts were heard while a recording ran. */
export const cartsComplete: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
