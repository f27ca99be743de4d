import SQLite from "better-sqlite3";
import { z } from "zod";

/** What was taken over from a newer database: answers about voices, families' links, accounts as they were last. */
export type CarriedOver = { answers: number; links: number; accounts: number };

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Row = z.infer<typeof Row>;

const nothing: CarriedOver = { answers: 0, links: 0, accounts: 0 };

const answerColumns = "pupilId, scope, givenBy, givenOn, endsOn, means, recordedAt, recordedBy";

// An answer is taken over when the restored database has its pupil and no answer about them that is as new; the account that wrote it down may be younger than the backup.
const addAnswer = `INSERT INTO voiceConsent (${answerColumns})
  SELECT @pupilId, @scope, @givenBy, @givenOn, @endsOn, @means, @recordedAt, (SELECT id FROM account WHERE id = @recordedBy)
  WHERE EXISTS (SELECT 1 FROM pupil WHERE id = @pupilId)`;

/** What decides who comes in, by table; where a form of the database has not all of these columns yet, those that both have. */
const doors = {
  family: ["issue", "tokenHash", "feedTokenHash", "codeHash", "issuedAt", "pinHash"],
  account: ["passwordHash", "role", "deactivatedAt"],
} as const;

const secondSteps = ["secondStep", "recoveryCode"] as const;

/**
 * Takes over from a newer database what may not be forgotten with the days between: what families answered about voices, which links and PINs open, and for
 * staff who was there before their password, second code, role, and whether they may come in. Whoever was signed in is not any more, and no link for staff opens. Both databases are of
 * the newest form.
 */
export function carryOver(restored: string, newer: string | undefined): CarriedOver {
  const database = new SQLite(restored, { fileMustExist: true });
  try {
    database.pragma("foreign_keys = ON");
    database.pragma("secure_delete = ON");
    return database.transaction(() => {
      database.exec("DELETE FROM session; DELETE FROM staffLink");
      return newer === undefined ? nothing : takeOver(database, newer);
    })();
  } finally {
    database.close();
  }
}

function takeOver(database: SQLite.Database, newer: string): CarriedOver {
  const source = new SQLite(newer, { readonly: true, fileMustExist: true });
  try {
    const counted = {
      answers: takeAnswers(database, source),
      links: takeDoor(database, source, "family"),
      accounts: takeDoor(database, source, "account"),
    };
    for (const table of secondSteps) takeSecondStep(database, source, table);
    return counted;
  } finally {
    source.close();
  }
}

const rowsOf = (source: SQLite.Database, query: string): Row[] => z.array(Row).parse(source.prepare(query).all());

const columnsOf = (database: SQLite.Database, table: string): string[] =>
  rowsOf(database, `SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => String(name));

function sharedColumns(database: SQLite.Database, source: SQLite.Database, table: string): string[] {
  const known = new Set(columnsOf(source, table));
  return columnsOf(database, table).filter((column) => known.has(column));
}

const countRuns = (database: SQLite.Database, statement: string, rows: readonly Row[]) =>
  rows.reduce((sum, row) => sum + database.prepare(statement).run(row).changes, 0);

function takeAnswers(database: SQLite.Database, source: SQLite.Database): number {
  const newest = rowsOf(database, "SELECT pupilId, max(recordedAt) AS at FROM voiceConsent GROUP BY pupilId");
  const newestOf = new Map(newest.map(({ pupilId, at }) => [pupilId, at]));
  const answers = rowsOf(source, `SELECT ${answerColumns} FROM voiceConsent ORDER BY id`);
  const isNewer = ({ pupilId, recordedAt }: Row) => Number(recordedAt) > Number(newestOf.get(pupilId ?? null) ?? 0);
  return countRuns(database, addAnswer, answers.filter(isNewer));
}

function takeDoor(database: SQLite.Database, source: SQLite.Database, table: keyof typeof doors): number {
  const shared = sharedColumns(database, source, table);
  const columns = doors[table].filter((column) => shared.includes(column));
  const set = columns.map((column) => `${column} = @${column}`).join(", ");
  const differs = columns.map((column) => `${column} IS NOT @${column}`).join(" OR ");
  const rows = rowsOf(source, `SELECT id, ${columns.join(", ")} FROM ${table}`);
  return countRuns(database, `UPDATE ${table} SET ${set} WHERE id = @id AND (${differs})`, rows);
}

/** The second codes of all who were there: one that was stopped since is gone, one that was set up since is asked for. */
function takeSecondStep(database: SQLite.Database, source: SQLite.Database, table: (typeof secondSteps)[number]) {
  const columns = sharedColumns(database, source, table);
  if (columns.length === 0) return;
  database.exec(`DELETE FROM ${table}`);
  const values = columns.map((column) => `@${column}`).join(", ");
  const add = `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values} WHERE EXISTS (SELECT 1 FROM account WHERE id = @accountId)`;
  countRuns(database, add, rowsOf(source, `SELECT ${columns.join(", ")} FROM ${table}`));
}
