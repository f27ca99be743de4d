import { dayInParis, type ConsentScope } from "../../schemas/consent.ts";
import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { endOfSchoolDay, issueClassCode } from "../../server/access/class-code.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import type { Store } from "../../server/store/open-store.ts";

/** The password of every member of staff of a test school. */
export const staffPassword = "une phrase bien longue";

/** Writes down that a family said so yesterday, for a year. */
export async function giveConsent(
  { consents }: Pick<Store, "consents">,
  pupilId: PupilId,
  scope: ConsentScope = "public",
  now = Date.now(),
) {
  const [givenOn, endsOn] = [dayInParis(now - 86_400_000), dayInParis(now + 365 * 86_400_000)];
  await consents.add(pupilId, { scope, givenBy: "Sa mère", givenOn, endsOn }, null);
}

/** More pupils in a classroom, whose voices may be heard by everybody. */
export async function addPupils(
  store: Pick<Store, "people" | "consents">,
  classroomId: ClassroomId,
  firstNames: readonly string[],
) {
  const added: Pupil[] = [];
  for (const firstName of firstNames) {
    const pupil = await store.people.addPupil(classroomId, {
      firstName,
      bird: "merle",
      colour: ((added.length + 3) % 8) + 1,
    });
    await giveConsent(store, pupil.id);
    added.push(pupil);
  }
  return added;
}

/** A small school that exists for a test: an admin, a teacher with one classroom, three pupils, a channel and a planned show. Every voice may be heard by everybody. */
export async function seedSchool(store: Store, { name = "École des Marronniers", now = Date.now() } = {}) {
  const { people, classrooms, channels, shows } = store;
  const passwordHash = await hashPassword(staffPassword);
  const school = await people.createSchool({ name, city: "Vierzon" });
  const word = school.id.slice(-8);
  const staff = (role: "teacher" | "admin", displayName: string) =>
    people.createAccount({ schoolId: school.id, email: `${role}-${word}@ecole.test`, displayName, role, passwordHash });
  const admin = await staff("admin", "M. Roy");
  const teacher = await staff("teacher", "Mme Lefort");
  const newClassroom = { name: "CM2", schoolYear: "2026-2027" };
  const classroom = await classrooms.create(school.id, newClassroom, () => issueClassCode(now));
  await classrooms.addTeacher(classroom.id, teacher.id);
  const pupils = [
    await people.addPupil(classroom.id, { firstName: "Awa", bird: "huppe", colour: 1 }),
    await people.addPupil(classroom.id, { firstName: "Jules", bird: "geai", colour: 2 }),
    await people.addPupil(classroom.id, { firstName: "Lina", bird: "merle", colour: 3 }),
  ] as const;
  for (const { id } of pupils) await giveConsent(store, id, "public", now);
  const look = { language: "fr", visibility: "class", bird: "hirondelle", colour: 1 } as const;
  const newChannel = { title: "Radio Hirondelle", description: "La radio de la classe.", ...look };
  const channel = await channels.create(classroom.id, school.name, newChannel);
  const show = await shows.create(channel.id, { title: "Le journal de midi", scheduledAt: null });
  return { school, admin, teacher, classroom, pupils, channel, show, codeEndsAt: endOfSchoolDay(now) };
}
/** See {@link seedSchool}. */
export type TestSchool = Awaited<ReturnType<typeof seedSchool>>;
