import { sql } from "kysely";
import type { Database } from "../../../server/store/open-database.ts";
import type { Facts } from "./facts.ts";
import type { Person } from "./person.ts";
import { mayBeToldOf } from "./rules.ts";

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What an answer tells that is not for whoever gets it: a thing, a pupil's name, a secret. */
export function leaksIn(text: string, who: Person, facts: Facts): string | undefined {
  for (const [id] of text.matchAll(ids)) {
    const thing = facts.things.get(id);
    if (thing !== undefined && !mayBeToldOf(who, thing, facts)) return `is told of a ${thing.noun} that is not theirs`;
  }
  for (const [word] of text.matchAll(/Q[a-z]{5}/g)) {
    const pupil = facts.pupilsByName.get(word);
    if (pupil !== undefined && !mayBeToldOf(who, pupil, facts))
      return "is told the name of a pupil who is not of theirs";
  }
  return /\$argon2|passwordHash|tokenHash|pinHash/.test(text) ? "is told a secret" : undefined;
}

/** Rows that tie something of one class or school to another, by what it is; there is none, whatever is asked. */
const threads: Readonly<Record<string, string>> = {
  "a family of another school than its child": `
    select 1 from familyChild join family on family.id = familyId join pupil on pupil.id = pupilId
    join classroom on classroom.id = classroomId where classroom.schoolId <> family.schoolId`,
  "a teacher in a class of another school": `
    select 1 from membership join account on account.id = accountId join classroom on classroom.id = classroomId
    where account.schoolId <> classroom.schoolId`,
  "a channel with the interlude of another class": `
    select 1 from channel join cart on cart.id = interludeCartId where cart.classroomId <> channel.classroomId`,
  "a cart that is followed by one of another class": `
    select 1 from cart join cart as next on next.id = cart.nextCartId where next.classroomId <> cart.classroomId`,
  "a rundown with a pupil of another class": `
    select 1 from rundown join show on show.id = showId join channel on channel.id = channelId
    join pupil on instr(items, pupil.id) > 0 where pupil.classroomId <> channel.classroomId`,
  "a rundown with a cart of another class": `
    select 1 from rundown join show on show.id = showId join channel on channel.id = channelId
    join cart on instr(items, cart.id) > 0 where cart.classroomId <> channel.classroomId`,
  "an exercise for a pupil of another class": `
    select 1 from exercisePupil join exercise on exercise.id = exerciseId join pupil on pupil.id = pupilId
    where pupil.classroomId <> exercise.classroomId`,
  "an invitation to a class of another school": `
    select 1 from staffLink join classroom on instr(classroomIds, classroom.id) > 0
    where classroom.schoolId <> staffLink.schoolId`,
};

/** The first such row's sentence. */
export async function threadsBetweenTenants(database: Database): Promise<string | undefined> {
  for (const [what, query] of Object.entries(threads)) {
    if ((await sql.raw(`${query} limit 1`).execute(database)).rows.length > 0) return `made ${what}`;
  }
  return undefined;
}
