import type { Selectable } from "kysely";
import { dayInParis } from "../../schemas/consent.ts";
import type { SchoolId } from "../../schemas/ids.ts";
import { Act, ActWord, JournalLine, type JournalPage, type JournalQuery, type Party } from "../../schemas/journal.ts";
import { daysAfter } from "../../schemas/retention.ts";
import type { Database } from "./open-database.ts";
import { openPartyNames } from "./party-names.ts";
import type { Tables } from "./tables/tables.ts";

/** Lines that are told at once. */
const pageLength = 50;

const parties = /\b(?:account|pupil|family):[0-9a-f-]{36}/g;
const words = new RegExp(`\\b(?:${ActWord.options.join("|")})\\b`, "g");

type Row = Selectable<Tables["audit"]> & { classroomName: string | null };

const partiesIn = ({ detail }: Row): string[] => detail?.match(parties) ?? [];
const wordsIn = ({ detail }: Row) => (detail?.replaceAll(parties, "").match(words) ?? []) as ActWord[];

function toLine(row: Row, partyOf: (word: string) => Party): JournalLine {
  const { id, at, act, actor, target, classroomName } = row;
  const named = partiesIn(row).map(partyOf);
  const told = { id, at: new Date(at).toISOString(), act, who: partyOf(actor), what: partyOf(target) };
  return JournalLine.parse({ ...told, named, words: wordsIn(row), classroomName });
}

// France is one or two hours ahead of UTC; days of other centuries, as a year gives while it is typed, need no hour.
const startOfDay = (day: string): number =>
  [2, 1].map((hours) => Date.parse(day) - hours * 3_600_000).find((at) => dayInParis(at) === day) ?? Date.parse(day);

/** The account of acts, as a school's admins read it: of their own school only, with today's names. */
export function openJournal(database: Database) {
  const namesOf = openPartyNames(database);

  function asked(schoolId: SchoolId, { from, to, act, accountId, classroomId, before }: JournalQuery) {
    let query = database
      .selectFrom("audit")
      .leftJoin("classroom", "classroom.id", "audit.classroomId")
      .selectAll("audit")
      .select("classroom.name as classroomName")
      .where("audit.schoolId", "=", schoolId)
      .where("audit.act", "in", Act.options);
    if (from !== undefined) query = query.where("audit.at", ">=", startOfDay(from));
    if (to !== undefined) query = query.where("audit.at", "<", startOfDay(daysAfter(to, 1)));
    if (act !== undefined) query = query.where("audit.act", "=", act);
    if (classroomId !== undefined) query = query.where("audit.classroomId", "=", classroomId);
    if (before !== undefined) query = query.where("audit.id", "<", before);
    if (accountId === undefined) return query;
    const word = `account:${accountId}`;
    return query.where((of) => of.or([of("audit.actor", "=", word), of("audit.target", "=", word)]));
  }

  return {
    page: async (schoolId: SchoolId, query: JournalQuery): Promise<JournalPage> => {
      const found = await asked(schoolId, query)
        .orderBy("audit.id", "desc")
        .limit(pageLength + 1)
        .execute();
      const rows = found.slice(0, pageLength);
      const partyOf = await namesOf(rows.flatMap((row) => [row.actor, row.target, ...partiesIn(row)]));
      const next = found.length > pageLength ? rows.at(-1)!.id : null;
      return { lines: rows.map((row) => toLine(row, partyOf)), next };
    },
  };
}
/** See {@link openJournal}. */
export type Journal = ReturnType<typeof openJournal>;
