import SQLite from "better-sqlite3";
import { shutSince } from "./shut-since.ts";

/** What was taken over from a newer database: answers about voices, families' links, accounts as they were last, and how much that was shut since is shut again. */
export type CarriedOver = { answers: number; links: number; accounts: number; shut: number };

const nothing: CarriedOver = { answers: 0, links: 0, accounts: 0, shut: 0 };

const answerColumns = "pupilId, scope, isNamed, givenBy, givenOn, endsOn, means, recordedAt";

// An answer is taken over when the restored database has its pupil and no answer about them that is as new; the account that wrote it down may be younger than the backup.
const takeAnswers = `WITH newest AS MATERIALIZED (SELECT pupilId, max(recordedAt) AS at FROM voiceConsent GROUP BY pupilId)
  INSERT INTO voiceConsent (${answerColumns}, recordedBy)
  SELECT ${answerColumns}, (SELECT id FROM account WHERE account.id = answer.recordedBy) FROM newer.voiceConsent AS answer
  WHERE pupilId IN (SELECT id FROM pupil) AND recordedAt > coalesce((SELECT at FROM newest WHERE newest.pupilId = answer.pupilId), 0)
  ORDER BY answer.id`;

/** What decides who comes in, and by what name podcasts know them, by table. */
const doors = {
  family: ["issue", "tokenHash", "feedTokenHash", "codeHash", "issuedAt", "pinHash"],
  account: ["passwordHash", "role", "deactivatedAt", "podcastName"],
} as const;

function takeDoor(table: keyof typeof doors): string {
  const set = doors[table].map((column) => `${column} = later.${column}`).join(", ");
  const differs = doors[table].map((column) => `${table}.${column} IS NOT later.${column}`).join(" OR ");
  return `UPDATE ${table} SET ${set} FROM newer.${table} AS later WHERE later.id = ${table}.id AND (${differs})`;
}

// The second codes of all who were there: one that was stopped since is gone, one that was set up since is asked for.
const takeSecondSteps = ["secondStep", "recoveryCode"].flatMap((table) => [
  `DELETE FROM main.${table}`,
  `INSERT INTO main.${table} SELECT * FROM newer.${table} WHERE accountId IN (SELECT id FROM main.account)`,
]);

// Private feed addresses as they were last: one that was stopped since opens nothing.
const takeFeedAddresses = [
  "DELETE FROM main.feedAddress",
  `INSERT INTO main.feedAddress SELECT * FROM newer.feedAddress
   WHERE (familyId IS NULL OR familyId IN (SELECT id FROM main.family))
     AND (classroomId IS NULL OR classroomId IN (SELECT id FROM main.classroom))
     AND (accountId IS NULL OR accountId IN (SELECT id FROM main.account))`,
];

/**
 * Takes over from a newer database what may not be forgotten with the days between: what families answered about voices, which links and PINs open, and for
 * staff who was there before their password, second code, role, name in podcasts, and whether they may come in; and shuts what was shut since. Whoever was signed in is not any
 * more, and no link for staff opens. Both databases are of the newest form.
 */
export function carryOver(restored: string, newer: string | undefined): CarriedOver {
  const database = new SQLite(restored, { fileMustExist: true });
  try {
    database.pragma("foreign_keys = ON");
    database.pragma("secure_delete = ON");
    if (newer !== undefined) database.prepare("ATTACH ? AS newer").run(newer);
    return database.transaction(() => {
      database.exec("DELETE FROM session; DELETE FROM staffLink");
      return newer === undefined ? nothing : takeOver(database);
    })();
  } finally {
    database.close();
  }
}

function takeOver(database: SQLite.Database): CarriedOver {
  const count = (statement: string) => database.prepare(statement).run().changes;
  const answers = count(takeAnswers);
  const links = count(takeDoor("family"));
  const accounts = count(takeDoor("account"));
  for (const statement of [...takeSecondSteps, ...takeFeedAddresses]) count(statement);
  return { answers, links, accounts, shut: shutSince.reduce((sum, statement) => sum + count(statement), 0) };
}
