import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { firstStation } from "./migrations/0001-first-station.ts";
import { schedule } from "./migrations/0002-schedule.ts";
import { rundowns } from "./migrations/0003-rundowns.ts";
import { showBars } from "./migrations/0004-show-bars.ts";
import { cartsComplete } from "./migrations/0005-carts-complete.ts";
import { airSettings } from "./migrations/0006-air-settings.ts";
import { voiceConsents } from "./migrations/0007-voice-consents.ts";
import { heardVoices } from "./migrations/0008-heard-voices.ts";
import { interludes } from "./migrations/0009-interludes.ts";
import { leftOutVoices } from "./migrations/0010-left-out-voices.ts";
import { families } from "./migrations/0011-families.ts";
import { erasedPupils } from "./migrations/0012-erased-pupils.ts";
import { consentsByLink } from "./migrations/0013-consents-by-link.ts";
import { staffLinks } from "./migrations/0014-staff-links.ts";
import { staffSessions } from "./migrations/0015-staff-sessions.ts";
import { secondSteps } from "./migrations/0016-second-steps.ts";
import { passkeys } from "./migrations/0017-passkeys.ts";
import { archivedClassrooms } from "./migrations/0018-archived-classrooms.ts";
import { accountIdentities } from "./migrations/0019-account-identities.ts";
import { schoolQuotas } from "./migrations/0020-school-quotas.ts";
import { retention } from "./migrations/0021-retention.ts";
import { sharedMicrophones } from "./migrations/0022-shared-microphones.ts";
import { pictureSecrets } from "./migrations/0023-picture-secrets.ts";
import { journal } from "./migrations/0024-journal.ts";
import { scrubbedErasures } from "./migrations/0025-scrubbed-erasures.ts";
import { slipCodes } from "./migrations/0026-slip-codes.ts";
import { showCodes } from "./migrations/0027-show-codes.ts";
import { companies } from "./migrations/0028-companies.ts";
import { lostLetters } from "./migrations/0029-lost-letters.ts";
import { regionAdmins } from "./migrations/0030-region-admins.ts";
import { feedAddresses } from "./migrations/0031-feed-addresses.ts";
import { listenings } from "./migrations/0032-listenings.ts";
import { pushSubscriptions } from "./migrations/0033-push-subscriptions.ts";
import { letterSubscriptions } from "./migrations/0034-letter-subscriptions.ts";
import { podcastImports } from "./migrations/0035-podcast-imports.ts";
import { movedChannels } from "./migrations/0036-moved-channels.ts";
import { transcripts } from "./migrations/0037-transcripts.ts";
import { classQuotas } from "./migrations/0038-class-quotas.ts";
import { replies } from "./migrations/0039-replies.ts";
import { exercises } from "./migrations/0040-exercises.ts";
import { spokenCarts } from "./migrations/0041-spoken-carts.ts";
import { showTurns } from "./migrations/0042-show-turns.ts";
import { reviews } from "./migrations/0043-reviews.ts";
import { closedMicrophones } from "./migrations/0044-closed-microphones.ts";
import { campaigns } from "./migrations/0045-campaigns.ts";
import { cartsOfTakes } from "./migrations/0046-carts-of-takes.ts";
import { exercisePictures } from "./migrations/0047-exercise-pictures.ts";
import { soundbitesAndLicences } from "./migrations/0048-soundbites-and-licences.ts";
import { namedVoices } from "./migrations/0049-named-voices.ts";
import { exchange } from "./migrations/0050-exchange.ts";
import { familyVoices } from "./migrations/0051-family-voices.ts";
import { anchors } from "./migrations/0052-anchors.ts";
import { namedAdults } from "./migrations/0053-named-adults.ts";
import { playedVoices } from "./migrations/0054-played-voices.ts";
import type { Tables } from "./tables/tables.ts";

/** The database as the aggregates use it. */
export type Database = Kysely<Tables>;

const counters = new WeakMap<Database, () => number>();

/** Grows with every row that is written, by whatever query; not a number within a transaction, whose writes are nobody else's yet. */
export const writesTo = (database: Database): number => counters.get(database)?.() ?? Number.NaN;

/** Every change of form, by its name. */
export const migrations = {
  "0001-first-station": firstStation,
  "0002-schedule": schedule,
  "0003-rundowns": rundowns,
  "0004-show-bars": showBars,
  "0005-carts-complete": cartsComplete,
  "0006-air-settings": airSettings,
  "0007-voice-consents": voiceConsents,
  "0008-heard-voices": heardVoices,
  "0009-interludes": interludes,
  "0010-left-out-voices": leftOutVoices,
  "0011-families": families,
  "0012-erased-pupils": erasedPupils,
  "0013-consents-by-link": consentsByLink,
  "0014-staff-links": staffLinks,
  "0015-staff-sessions": staffSessions,
  "0016-second-steps": secondSteps,
  "0017-passkeys": passkeys,
  "0018-archived-classrooms": archivedClassrooms,
  "0019-account-identities": accountIdentities,
  "0020-school-quotas": schoolQuotas,
  "0021-retention": retention,
  "0022-shared-microphones": sharedMicrophones,
  "0023-picture-secrets": pictureSecrets,
  "0024-journal": journal,
  "0025-scrubbed-erasures": scrubbedErasures,
  "0026-slip-codes": slipCodes,
  "0027-show-codes": showCodes,
  "0028-companies": companies,
  "0029-lost-letters": lostLetters,
  "0030-region-admins": regionAdmins,
  "0031-feed-addresses": feedAddresses,
  "0032-listenings": listenings,
  "0033-push-subscriptions": pushSubscriptions,
  "0034-letter-subscriptions": letterSubscriptions,
  "0035-podcast-imports": podcastImports,
  "0036-moved-channels": movedChannels,
  "0037-transcripts": transcripts,
  "0038-class-quotas": classQuotas,
  "0039-replies": replies,
  "0040-exercises": exercises,
  "0041-spoken-carts": spokenCarts,
  "0042-show-turns": showTurns,
  "0043-reviews": reviews,
  "0044-closed-microphones": closedMicrophones,
  "0045-campaigns": campaigns,
  "0046-carts-of-takes": cartsOfTakes,
  "0047-exercise-pictures": exercisePictures,
  "0048-soundbites-and-licences": soundbitesAndLicences,
  "0049-named-voices": namedVoices,
  "0050-exchange": exchange,
  "0051-family-voices": familyVoices,
  "0052-anchors": anchors,
  "0053-named-adults": namedAdults,
  "0054-played-voices": playedVoices,
};

/** The newest change of form that this Antenne knows; a database that went through a newer one is not for it. */
export const newestForm = Object.keys(migrations).sort().at(-1)!;

/** The database over a connection that is of the newest form; destroying it closes the connection. */
export function overSqlite(sqlite: SQLite.Database): Database {
  sqlite.pragma("synchronous = NORMAL");
  sqlite.pragma("foreign_keys = ON");
  // What is deleted is overwritten: a first name is not to be found in the file any more.
  sqlite.pragma("secure_delete = ON");
  sqlite.pragma("busy_timeout = 5000");
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  const writes = sqlite.prepare<[], number>("SELECT total_changes()").pluck();
  counters.set(database, () => writes.get() ?? Number.NaN);
  return database;
}

/**
 * Opens the station's SQLite file (`:memory:` for tests) in WAL mode and brings it to the newest form; before a migration the file is
 * copied beside itself, unless it is a copy already. The caller destroys it.
 */
export async function openDatabase(path: string, { isCopy = false } = {}): Promise<Database> {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const isNew = path === ":memory:" || !existsSync(path);
  const sqlite = new SQLite(path);
  sqlite.pragma("journal_mode = WAL");
  const database = overSqlite(sqlite);
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const waiting = (await migrator.getMigrations()).filter((migration) => migration.executedAt === undefined);
  if (waiting.length > 0 && !isNew && !isCopy) {
    sqlite.pragma("wal_checkpoint(TRUNCATE)");
    copyFileSync(path, `${path}.before-${waiting[0]!.name}`);
  }
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await database.destroy();
    throw error instanceof Error ? error : new Error("migration failed", { cause: error });
  }
  return database;
}
