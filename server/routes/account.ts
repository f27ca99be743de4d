import { Hono } from "hono";
import { AccountChange, PasswordChange, PodcastNameChange, type OwnAccount } from "../../schemas/account.ts";
import type { AccountId } from "../../schemas/ids.ts";
import { auditName, type Env } from "../access/actor.ts";
import { changePassword } from "../access/change-password.ts";
import type { Access } from "../access/open-access.ts";
import type { OidcDoor } from "../access/oidc-door.ts";
import { namesAround } from "../access/password-rule.ts";
import { permit } from "../access/permit.ts";
import type { SecondStep } from "../access/second-step.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import type { Audit } from "../store/audit.ts";
import type { Database } from "../store/open-database.ts";
import type { Identities } from "../store/identities.ts";
import type { NamedAdults } from "../store/named-adults.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";

type Parts = {
  access: Access;
  database: Database;
  people: People;
  namedAdults: Pick<NamedAdults, "nameOf" | "setName">;
  identities: Identities;
  oidcDoor: Pick<OidcDoor, "providers" | "issuerOf">;
  throttles: Throttles;
  secondStep: SecondStep;
  sessionDoor: SessionDoor;
  audit: Audit;
  /** Somebody's sessions are over: their sockets go too. */
  onSessionsEnded(): void;
};

/** What somebody of the staff does with their own account. */
export function accountRoutes(parts: Parts) {
  const { access, database, people, namedAdults, identities, oidcDoor, sessionDoor, audit } = parts;
  const own = permit(access, "account.manage");
  /** Providers by which somebody comes in, as the configuration names them. */
  const tiesOf = async (accountId: AccountId) => {
    const issuers = await identities.issuersOf(accountId);
    return oidcDoor.providers.map(({ id }) => id).filter((id) => issuers.includes(oidcDoor.issuerOf(id)));
  };
  return new Hono<Env>()
    .get("/api/account", own, async (c) => {
      const { accountId, schoolId } = staffOf(c.var.actor);
      const account = await people.requireAccount(accountId);
      const knownNames = [...(await namesAround(database, schoolId)), account.displayName, account.email];
      const podcastName = await namedAdults.nameOf(accountId);
      return c.json<OwnAccount>({ account, knownNames, podcastName, ...(await parts.secondStep.find(accountId)) });
    })
    .patch("/api/account", own, jsonBody(AccountChange), async (c) =>
      c.json(await people.changeAccount(staffOf(c.var.actor).accountId, c.req.valid("json"))),
    )
    .put("/api/account/podcast-name", own, jsonBody(PodcastNameChange), async (c) => {
      await namedAdults.setName(staffOf(c.var.actor).accountId, c.req.valid("json").name);
      return c.body(null, 204);
    })
    .put("/api/account/password", own, jsonBody(PasswordChange), async (c) => {
      const { accountId } = staffOf(c.var.actor);
      const change = c.req.valid("json");
      const untied = change.keepsIdentities ? [] : await tiesOf(accountId);
      const { holder, confirm } = await changePassword(parts, accountId, change);
      await sessionDoor.open(c, holder, { confirm });
      const act = { act: "account.passwordChanged", target: `account:${accountId}` };
      await audit.write({ actor: auditName(c.var.actor), ...act });
      for (const detail of untied) {
        const untying = { act: "account.identityUnlinked", target: `account:${accountId}`, detail };
        await audit.write({ actor: auditName(c.var.actor), ...untying });
      }
      parts.onSessionsEnded();
      return c.body(null, 204);
    });
}
