import type { AccountId, SchoolId } from "../../schemas/ids.ts";
import type { Account } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import { openIdentities, type Identity } from "../store/identities.ts";
import type { Database } from "../store/open-database.ts";
import { openPeople } from "../store/people.ts";
import type { OidcPerson } from "./oidc-person.ts";
import type { OidcSettings } from "./oidc-settings.ts";
import { hashPassword } from "./passwords.ts";
import { newToken } from "./session-token.ts";

/** Finds, ties or makes the account of a provider's person, as the configuration allows. */
export function makeOidcAccounts({ database, clock }: { database: Database; clock: () => number }) {
  const people = openPeople(database, clock);
  const identities = openIdentities(database, clock);

  async function requireSchool(schoolId: SchoolId, { schools }: OidcPerson) {
    if (schools === undefined) return;
    const { name } = await people.requireSchool(schoolId);
    if (!schools.includes(name)) throw new Refusal("oidc.other_school");
  }

  /** The school of somebody new: the one that the provider names, else the only one there is. */
  async function schoolFor({ schools }: OidcPerson): Promise<SchoolId> {
    const all = await people.listSchools();
    const fitting = schools === undefined ? all : all.filter(({ name }) => schools.includes(name));
    if (fitting.length !== 1) throw new Refusal("oidc.other_school");
    return fitting[0]!.id;
  }

  async function create(person: OidcPerson): Promise<Account> {
    const { email, isEmailVerified, displayName, role } = person;
    const schoolId = await schoolFor(person);
    // An address that the provider does not stand for may be a colleague's, whose account it would be in the way of.
    if (email === undefined || !isEmailVerified || (await people.findCredentials(email)) !== undefined) {
      throw new Refusal("oidc.unknown_person");
    }
    // Nobody knows this password: until a link sets another one, the provider is the only way in.
    const passwordHash = await hashPassword(newToken());
    return people.createAccount({ schoolId, email, displayName: displayName ?? email, role, passwordHash });
  }

  async function untied(person: OidcPerson, { linksByEmail, unknown }: OidcSettings): Promise<Account> {
    const { email, isEmailVerified } = person;
    const isTrusted = linksByEmail && isEmailVerified && email !== undefined;
    const known = isTrusted ? await people.findCredentials(email) : undefined;
    if (known !== undefined) return known.account;
    if (unknown === "refused") throw new Refusal("oidc.unknown_person");
    return create(person);
  }

  async function tie(accountId: AccountId, identity: Identity, person: OidcPerson) {
    const account = await people.requireAccount(accountId);
    await requireSchool(account.schoolId, person);
    await identities.tie(accountId, identity);
    return account;
  }

  const requireActive = async (id: AccountId) => {
    if (!(await people.credentialsOf(id)).isActive) throw new Refusal("account.deactivated");
  };

  return {
    requireActive,
    /** Whoever comes in; an account that was deactivated stays shut, whatever the provider says. */
    enter: async (person: OidcPerson, settings: OidcSettings): Promise<Account> => {
      const identity = { issuer: settings.issuer, subject: person.subject };
      const tied = await identities.find(identity);
      const account = tied === undefined ? await untied(person, settings) : await people.requireAccount(tied);
      await requireActive(account.id);
      if (tied === undefined) return tie(account.id, identity, person);
      await requireSchool(account.schoolId, person);
      return account;
    },
    /** Ties the person to an account that is signed in; refuses one who is somebody else's. */
    link: async (accountId: AccountId, person: OidcPerson, { issuer }: OidcSettings): Promise<void> => {
      const identity = { issuer, subject: person.subject };
      const tied = await identities.find(identity);
      if (tied !== undefined && tied !== accountId) throw new Refusal("oidc.linked_elsewhere");
      if (tied === undefined) await tie(accountId, identity, person);
    },
  };
}
