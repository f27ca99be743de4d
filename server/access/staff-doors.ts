import type { NewInvitation, StaffAcceptance, StaffWelcome } from "../../schemas/staff.ts";
import type { AccountId, SchoolId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import { openClassrooms } from "../store/classrooms.ts";
import { openIdentities } from "../store/identities.ts";
import type { Database } from "../store/open-database.ts";
import { openPasskeys } from "../store/passkeys.ts";
import { openPeople } from "../store/people.ts";
import { openSessions } from "../store/sessions.ts";
import { openStaffLinks, type StaffLinkRow } from "../store/staff-links.ts";
import { issueStaffLink } from "./issue-staff-link.ts";
import { namesAround, requireGoodPassword } from "./password-rule.ts";
import { hashPassword } from "./passwords.ts";
import { hashToken } from "./session-token.ts";
import type { SecondStep } from "./second-step.ts";
import { whilePasswordStands, type Entrance } from "./sign-in.ts";
import type { Throttles } from "./throttle.ts";

/** An invitation holds for a week, a link for a lost password for a day, and for two hours where it is sent by mail. */
const invitationMs = 7 * 24 * 3_600_000;
const passwordMs = { byHand: 24 * 3_600_000, byMail: 2 * 3_600_000 } as const;

type Parts = { database: Database; throttles: Throttles; secondStep: SecondStep; clock: () => number };

/** Sets the account up that a link is for, all or nothing, once; a new password ends every session that the old one opened, and every passkey and tie to a provider that somebody may have made meanwhile. */
async function settle(within: Database, link: StaffLinkRow, displayName: string | undefined, passwordHash: string) {
  const people = openPeople(within);
  const { schoolId, email, role } = link;
  if (link.accountId !== null) {
    await people.setPassword(link.accountId, passwordHash);
    await openSessions(within).endStaff(link.accountId);
    await openIdentities(within).untieAll(link.accountId);
    await openPasskeys(within).removeAll(link.accountId);
    return people.requireAccount(link.accountId);
  }
  if (displayName === undefined) throw new Refusal("request.malformed");
  const account = await people.createAccount({ schoolId, email, displayName, role, passwordHash });
  const classrooms = openClassrooms(within);
  for (const id of link.classroomIds) await classrooms.addTeacher(id, account.id);
  return account;
}

/** How staff come in: by an invitation of their admin, and again, when the password is lost, by another link. */
export function makeStaffDoors({ database, throttles, secondStep, clock }: Parts) {
  const links = openStaffLinks(database);
  const people = openPeople(database);

  const issue = (link: StaffLinkRow, lastsMs: number) => issueStaffLink(database, link, { now: clock(), lastsMs });

  const requireLink = (token: string, address: string) =>
    throttles.staffLink.attempt([address], async () => {
      const link = await links.find(hashToken(token), clock());
      if (link === undefined) throw new Refusal("staff_link.unknown");
      return link;
    });

  return {
    invite: async (schoolId: SchoolId, { email, role, classroomIds }: NewInvitation) => {
      if ((await people.findCredentials(email)) !== undefined) throw new Refusal("account.email_taken");
      return issue({ schoolId, accountId: null, email, role, classroomIds }, invitationMs);
    },
    /** For somebody who has lost their password; nothing changes until the link is used. */
    renewPassword: async (accountId: AccountId, way: keyof typeof passwordMs = "byHand") => {
      const { schoolId, email, role } = await people.requireAccount(accountId);
      // The role is the account's, whatever stands here.
      const kept = role === "region" ? "admin" : role;
      return issue({ schoolId, accountId, email, role: kept, classroomIds: [] }, passwordMs[way]);
    },
    welcome: async (token: string, address: string): Promise<StaffWelcome> => {
      const { schoolId, accountId, email } = await requireLink(token, address);
      const { name, city } = await people.requireSchool(schoolId);
      const displayName = accountId === null ? null : (await people.requireAccount(accountId)).displayName;
      return { email, displayName, school: { name, city }, knownNames: await namesAround(database, schoolId) };
    },
    accept: async ({ token, displayName, password, code }: StaffAcceptance, address: string): Promise<Entrance> => {
      const link = await requireLink(token, address);
      const named = link.accountId === null ? displayName : (await people.requireAccount(link.accountId)).displayName;
      await requireGoodPassword(password, [...(await namesAround(database, link.schoolId)), named ?? "", link.email]);
      // A letter box that somebody else reads is not enough either.
      if (link.accountId !== null) await secondStep.require(link.accountId, code);
      const passwordHash = await hashPassword(password);
      const { id, role, schoolId } = await database.transaction().execute(async (within) => {
        if (!(await openStaffLinks(within).use(hashToken(token)))) throw new Refusal("staff_link.unknown");
        await openStaffLinks(within).endOf(link.email);
        return settle(within, link, displayName, passwordHash);
      });
      const confirm = whilePasswordStands(people, id, passwordHash);
      return { holder: { role, accountId: id, schoolId }, confirm };
    },
  };
}
/** See {@link makeStaffDoors}. */
export type StaffDoors = ReturnType<typeof makeStaffDoors>;
