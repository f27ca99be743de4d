import SQLite from "better-sqlite3";
import { z } from "zod";

/** What was taken over from a newer database: answers about voices, families' links, passwords. */
export type CarriedOver = { answers: number; links: number; passwords: number };

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const answerColumns = "pupilId, scope, givenBy, givenOn, endsOn, means, recordedAt, recordedBy";

// An answer is taken over when the restored database has its pupil and no answer about them that is as new; the account that wrote it down may be younger than the backup.
const addAnswer = `INSERT INTO voiceConsent (${answerColumns})
  SELECT @pupilId, @scope, @givenBy, @givenOn, @endsOn, @means, @recordedAt, (SELECT id FROM account WHERE id = @recordedBy)
  WHERE EXISTS (SELECT 1 FROM pupil WHERE id = @pupilId)`;

const setLink = `UPDATE family SET issue = @issue, tokenHash = @tokenHash, feedTokenHash = @feedTokenHash, codeHash = @codeHash, issuedAt = @issuedAt, pinHash = @pinHash
  WHERE id = @id AND (issue IS NOT @issue OR tokenHash IS NOT @tokenHash OR pinHash IS NOT @pinHash)`;

const setPassword =
  "UPDATE account SET passwordHash = @passwordHash WHERE id = @id AND passwordHash IS NOT @passwordHash";

/**
 * Takes over from a newer database what may not be forgotten with the days between: what families answered about voices, which links and PINs open, which
 * passwords. Whoever was signed in is not any more, and no link for staff opens.
 */
export function carryOver(restored: string, newer: string | undefined): CarriedOver {
  const database = new SQLite(restored, { fileMustExist: true });
  try {
    database.pragma("foreign_keys = ON");
    database.pragma("secure_delete = ON");
    return database.transaction(() => {
      database.exec("DELETE FROM session; DELETE FROM staffLink");
      return newer === undefined ? { answers: 0, links: 0, passwords: 0 } : takeOver(database, newer);
    })();
  } finally {
    database.close();
  }
}

function takeOver(database: SQLite.Database, newer: string): CarriedOver {
  const rowsOf = (source: SQLite.Database, query: string) => z.array(Row).parse(source.prepare(query).all());
  const source = new SQLite(newer, { readonly: true, fileMustExist: true });
  try {
    const newestOf = new Map<unknown, unknown>(
      rowsOf(database, "SELECT pupilId, max(recordedAt) AS at FROM voiceConsent GROUP BY pupilId").map((row) => [
        row.pupilId,
        row.at,
      ]),
    );
    const answers = rowsOf(source, `SELECT ${answerColumns} FROM voiceConsent ORDER BY id`).filter(
      ({ pupilId, recordedAt }) => Number(recordedAt) > Number(newestOf.get(pupilId) ?? 0),
    );
    const links = rowsOf(source, "SELECT id, issue, tokenHash, feedTokenHash, codeHash, issuedAt, pinHash FROM family");
    const passwords = rowsOf(source, "SELECT id, passwordHash FROM account");
    const count = (statement: string, rows: z.infer<typeof Row>[]) =>
      rows.reduce((sum, row) => sum + database.prepare(statement).run(row).changes, 0);
    return {
      answers: count(addAnswer, answers),
      links: count(setLink, links),
      passwords: count(setPassword, passwords),
    };
  } finally {
    source.close();
  }
}
