import { createHash, timingSafeEqual } from "node:crypto";
import type { z } from "zod";
import type { Setup } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import { openChannels } from "../store/channels.ts";
import { openClassrooms } from "../store/classrooms.ts";
import type { Database } from "../store/open-database.ts";
import { openPeople } from "../store/people.ts";
import type { Holder } from "../store/sessions.ts";
import { issueClassCode, schoolYearOf } from "./class-code.ts";
import { requireGoodPassword } from "./password-rule.ts";
import { hashPassword } from "./passwords.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** The first school and its first admin, whose word is a link that only the machine's owner saw. */
export type SetUp = {
  isNeeded(): Promise<boolean>;
  /** Creates school, teacher, classroom and channel, all or nothing, once. The teacher becomes the school's admin. */
  complete(setup: z.infer<typeof Setup>): Promise<Holder>;
};

async function create(within: Database, setup: z.infer<typeof Setup>, passwordHash: string, clock: () => number) {
  const people = openPeople(within, clock);
  const classrooms = openClassrooms(within, clock);
  if (await people.hasSchool()) throw new Refusal("setup.done");
  const school = await people.createSchool({ name: setup.schoolName, city: setup.city });
  const { email, displayName } = setup;
  const account = await people.createAccount({ schoolId: school.id, email, displayName, role: "admin", passwordHash });
  const newClassroom = { name: setup.classroomName, schoolYear: schoolYearOf(clock()) };
  const classroom = await classrooms.create(school.id, newClassroom, () => issueClassCode(clock()));
  await classrooms.addTeacher(classroom.id, account.id);
  // Private until the teacher decides otherwise.
  const look = { language: "fr", visibility: "class", bird: "hirondelle", colour: 1 } as const;
  const channel = { title: setup.channelTitle, description: "", ...look };
  await openChannels(within, clock).create(classroom.id, school.name, channel);
  return { role: account.role, accountId: account.id, schoolId: school.id };
}

/** `token` is the one in the link that the first start prints. */
export function makeSetUp(parts: { database: Database; token: string; clock: () => number }): SetUp {
  const { database, token, clock } = parts;
  const isNeeded = async () => !(await openPeople(database).hasSchool());
  return {
    isNeeded,
    complete: async (setup) => {
      if (!(await isNeeded())) throw new Refusal("setup.done");
      if (!timingSafeEqual(digest(setup.token), digest(token))) throw new Refusal("setup.bad_token");
      const { schoolName, city, displayName, email, classroomName, channelTitle } = setup;
      const names = [schoolName, city, displayName, email, classroomName, channelTitle];
      await requireGoodPassword(setup.password, names);
      const passwordHash = await hashPassword(setup.password);
      return database.transaction().execute((within) => create(within, setup, passwordHash, clock));
    },
  };
}
