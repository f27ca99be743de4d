import { join } from "node:path";
import SQLite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { Migrator } from "kysely/migration";
import { PupilId } from "../../schemas/ids.ts";
import { migrations } from "../../server/store/open-database.ts";

/** The one pupil of an old station. */
export const awa = PupilId.parse("01900000-0000-7000-8000-000000000001");

const classroomId = "01900000-0000-7000-8000-000000000002";

const rows = `
  INSERT INTO school VALUES ('school', 'École des Tilleuls', 'Vierzon', 1);
  INSERT INTO account VALUES ('account', 'school', 'lefort@ecole.test', 'hash', 'Mme Lefort', 'teacher', 1);
  INSERT INTO classroom VALUES ('${classroomId}', 'school', 'CM2', '2026-2027', 'merle-1234', 2, 1);
  INSERT INTO pupil VALUES ('${awa}', '${classroomId}', 'Awa', 'huppe', 1, 1);
  INSERT INTO family (id, schoolId, language, issue, tokenHash, feedTokenHash, issuedAt, createdAt) VALUES ('family', 'school', 'fr', 1, 'token', 'feed', 1, 1);
  INSERT INTO familyChild VALUES ('family', '${awa}');`;

/** Writes the database of a station as an Antenne of some versions ago left it: one family with a link, in the form of families' first days. */
export async function writeOldStation(directory: string): Promise<string> {
  const path = join(directory, "antenne.db");
  const sqlite = new SQLite(path);
  const database = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateTo("0011-families");
  if (error !== undefined) throw new Error("the old form could not be made", { cause: error });
  sqlite.exec(rows);
  await database.destroy();
  return path;
}
