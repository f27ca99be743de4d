import type { StaffDoors } from "./access/staff-doors.ts";
import { Refusal } from "./errors.ts";
import { invitationLetter, passwordLetter, type Letter } from "./mail/letters.ts";
import { systemClock, type JobClock } from "./jobs/job-clock.ts";
import type { LetterProofs } from "./mail/letter-proofs.ts";
import type { MailSettings } from "./mail/mail-settings.ts";
import { makePostman } from "./mail/make-postman.ts";
import { makeNewsWriter } from "./news/write-news.ts";
import { openPost, type Errand, type Post } from "./mail/open-post.ts";
import { onBug, type Log } from "./open-log.ts";
import type { Database } from "./store/open-database.ts";
import { openLostLetters } from "./store/lost-letters.ts";
import { openLetterSubscriptions } from "./store/letter-subscriptions.ts";
import { openPeople } from "./store/people.ts";

type Parts = {
  mail: MailSettings | undefined;
  database: Database;
  staffDoors: StaffDoors;
  letterProofs: LetterProofs;
  /** Where people reach the station, for the links. */
  url: string;
  log: Log;
  clock?: () => number;
  /** By which letters wait. */
  jobClock?: JobClock;
};

type StaffErrand = Extract<Errand, { about: "invitation" | "password" }>;

const isRefusal = (error: unknown) => error instanceof Refusal && error.code === "mail.refused";

/** Opens the post over the station's staff; without a mail server it is closed, and admins hand links on. */
export function openMailRoom({
  mail,
  database,
  staffDoors,
  letterProofs,
  url,
  log,
  clock = Date.now,
  jobClock = systemClock,
}: Parts): Promise<Post & AsyncDisposable> {
  const people = openPeople(database);
  const lostLetters = openLostLetters(database, clock);
  const letterSubscriptions = openLetterSubscriptions(database, clock);
  const newsWriter = makeNewsWriter({ database, proofs: letterProofs, url, clock });
  const linkTo = (token: string) => `${url}/bienvenue#${token}`;

  async function invitation({ schoolId, invitation }: Extract<Errand, { about: "invitation" }>) {
    const { name } = await people.requireSchool(schoolId);
    const { token, expiresAt } = await staffDoors.invite(schoolId, invitation);
    const parts = { to: invitation.email, school: name, url: linkTo(token), expiresAt: Date.parse(expiresAt) };
    return invitationLetter(parts);
  }

  async function lostPassword(email: string) {
    const account = await people.findActive(email);
    if (account === undefined) return undefined;
    const { name: school } = await people.requireSchool(account.schoolId);
    const { token, expiresAt } = await staffDoors.renewPassword(account.id, "byMail");
    const parts = { school, name: account.displayName, url: linkTo(token), expiresAt: Date.parse(expiresAt) };
    return passwordLetter({ to: account.email, ...parts });
  }

  async function write(errand: Errand): Promise<Letter | undefined> {
    if (errand.about === "password") return lostPassword(errand.email);
    if (errand.about === "newsConfirmation") return newsWriter.confirmation(errand);
    if (errand.about === "news") return newsWriter.news(errand.id);
    return invitation(errand).catch((error: unknown) => {
      // They have joined meanwhile, by the link that the admin handed on.
      if (error instanceof Refusal && error.code === "account.email_taken") return undefined;
      throw error;
    });
  }

  async function schoolOf(errand: StaffErrand) {
    if (errand.about === "invitation") return errand.schoolId;
    return (await people.findActive(errand.email))?.schoolId;
  }

  /** The admins of the school see a letter that did not leave, until one to the same address does. */
  async function onTriedForStaff(errand: StaffErrand, error: unknown) {
    const schoolId = await schoolOf(errand);
    if (schoolId === undefined) return;
    const email = errand.about === "invitation" ? errand.invitation.email : errand.email;
    if (error === undefined) {
      await lostLetters.forget(schoolId, email);
      return;
    }
    const isRefused = isRefusal(error);
    await lostLetters.note(schoolId, { about: errand.about, email, reason: isRefused ? "refused" : "unreachable" });
  }

  async function onTried(errand: Errand, error: unknown, { tellsUntil }: Letter) {
    if (error === undefined && errand.about === "news") await letterSubscriptions.setWritten(errand.id, tellsUntil);
    // Who reads letters about a radio is nobody's to see, also not the admins'; an address that nobody has is forgotten.
    if (errand.about === "invitation" || errand.about === "password") await onTriedForStaff(errand, error);
    else if (isRefusal(error)) await letterSubscriptions.remove(errand.id);
  }

  return openPost({
    onTried,
    database,
    clock: jobClock,
    postman: mail && makePostman(mail),
    write,
    onFailure: (jobId, error) => {
      // The mail server's own words may name the address.
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      log.warn({ jobId, code }, "a letter could not be sent");
    },
    onBug: onBug(log),
  });
}
