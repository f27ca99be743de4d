import type { Migration } from "kysely/migration";
import { sql } from "kysely";

const cartsStrip = "'00000000-0000-0000-0000-000000000000'";
const inRecordings = `SELECT heardVoice.recordingId, heardVoice.stripId, heardVoice.pupilId`;
const statements = [
  // Who speaks in which sound that a recording has: it is said anew also when the sound is gone from the desk. The take may go before.
  `CREATE TABLE playedVoice (
     recordingId TEXT NOT NULL, stripId TEXT NOT NULL DEFAULT ${cartsStrip}, pupilId TEXT NOT NULL, soundId TEXT NOT NULL,
     takeId TEXT REFERENCES take (id) ON DELETE SET NULL, PRIMARY KEY (recordingId, soundId, pupilId),
     FOREIGN KEY (recordingId, stripId, pupilId) REFERENCES heardVoice (recordingId, stripId, pupilId) ON DELETE CASCADE) WITHOUT ROWID`,
  "CREATE INDEX playedVoiceOfHeard ON playedVoice (recordingId, stripId, pupilId)",
  "CREATE INDEX playedVoiceOfTake ON playedVoice (takeId)",
  "CREATE INDEX playedVoiceOfSound ON playedVoice (soundId)",
  "CREATE INDEX cartPlayOfCart ON cartPlay (cartId)",
  `INSERT OR IGNORE INTO playedVoice (recordingId, stripId, pupilId, soundId, takeId)
     ${inRecordings}, cartPlay.cartId, spokenCart.takeId FROM cartPlay
     JOIN spokenCart ON spokenCart.cartId = cartPlay.cartId
     JOIN heardVoice ON heardVoice.recordingId = cartPlay.recordingId AND heardVoice.pupilId = spokenCart.pupilId
     WHERE heardVoice.stripId = ${cartsStrip}`,
  // Where a sound is gone already, nobody knows who spoke in that one: whoever may have stays heard.
  `INSERT INTO playedVoice (recordingId, stripId, pupilId, soundId)
     ${inRecordings}, '' FROM heardVoice WHERE heardVoice.stripId = ${cartsStrip}
     AND heardVoice.recordingId IN (SELECT recordingId FROM cartPlay WHERE cartId IS NULL)`,
  // Of which sound another class has a copy; it may be gone.
  "ALTER TABLE cartCopy ADD COLUMN sourceId TEXT",
  "CREATE INDEX cartCopyOfSource ON cartCopy (sourceId)",
];

/** Who speaks in each sound of a recording, and of which sound a copy was made: what is said anew of a sound holds wherever it is. */
export const playedVoices: Migration = {
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
