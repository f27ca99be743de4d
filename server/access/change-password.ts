import type { PasswordChange } from "../../schemas/account.ts";
import type { Account } from "../../schemas/people.ts";
import type { AccountId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "../store/open-database.ts";
import { openIdentities } from "../store/identities.ts";
import { openPeople, type People } from "../store/people.ts";
import { openSessions } from "../store/sessions.ts";
import { namesAround, requireGoodPassword } from "./password-rule.ts";
import { hashPassword, isPasswordOf } from "./passwords.ts";
import { whilePasswordStands, type Entrance } from "./sign-in.ts";
import type { Throttles } from "./throttle.ts";

/** Whoever sits at a browser that somebody left open does not know the password; wrong tries count as wrong tries to sign in. */
export async function requireOwnPassword(
  { people, throttles }: { people: People; throttles: Throttles },
  accountId: AccountId,
  password: string,
): Promise<Account> {
  const { account, passwordHash } = await people.credentialsOf(accountId);
  await throttles.signInByEmail.attempt([account.email], async () => {
    if (!(await isPasswordOf(passwordHash, password))) throw new Refusal("password.wrong");
  });
  return account;
}

/**
 * Sets somebody's own password anew, ends all of their sessions, and unties the providers by which they come in, unless these are to stay; the browser that asked enters
 * again. Wrong tries at the current one
 * count as wrong tries to sign in.
 */
export async function changePassword(
  { database, throttles }: { database: Database; throttles: Throttles },
  accountId: AccountId,
  { current, password, keepsIdentities }: PasswordChange,
): Promise<Entrance> {
  const people = openPeople(database);
  const { passwordHash } = await people.credentialsOf(accountId);
  const account = await requireOwnPassword({ people, throttles }, accountId, current);
  const names = [...(await namesAround(database, account.schoolId)), account.displayName, account.email];
  await requireGoodPassword(password, names);
  const chosen = await hashPassword(password);
  await database.transaction().execute(async (within) => {
    // Replaced meanwhile by a link for a lost password: the current one was not the current one any more.
    if (!(await openPeople(within).replacePassword(accountId, { from: passwordHash, to: chosen })))
      throw new Refusal("password.wrong");
    await openSessions(within).endStaff(accountId);
    if (!keepsIdentities) await openIdentities(within).untieAll(accountId);
  });
  const { role, schoolId } = account;
  return { holder: { role, accountId, schoolId }, confirm: whilePasswordStands(people, accountId, chosen) };
}
