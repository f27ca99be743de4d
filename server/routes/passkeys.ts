import { Hono } from "hono";
import { OwnPassword } from "../../schemas/account.ts";
import type { AccountId } from "../../schemas/ids.ts";
import { NewPasskey, PasskeyChange, PasskeyEntry, type PasskeyQuestion } from "../../schemas/passkeys.ts";
import { auditName, type Env } from "../access/actor.ts";
import { requireOwnPassword } from "../access/change-password.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Access } from "../access/open-access.ts";
import type { PasskeyDoor } from "../access/passkey-door.ts";
import { permit } from "../access/permit.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import type { Audit } from "../store/audit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Passkeys } from "../store/passkeys.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";

type Parts = {
  access: Access;
  passkeyDoor: PasskeyDoor;
  passkeys: Passkeys;
  people: People;
  classrooms: Classrooms;
  sessionDoor: SessionDoor;
  throttles: Throttles;
  audit: Audit;
  clientAddress: ClientAddress;
};

/** Passkeys of the staff: one's own are added with the password, named and removed; at the door one stands for password and code. */
export function passkeyRoutes(parts: Parts) {
  const { access, passkeyDoor, passkeys, sessionDoor, audit, clientAddress } = parts;
  const own = permit(access, "account.manage");
  const anyone = permit(access, "session.open");
  const note = (actor: string, act: string, id: AccountId) => audit.write({ actor, act, target: `account:${id}` });
  return new Hono<Env>()
    .get("/api/account/passkeys", own, async (c) => c.json(await passkeys.listOf(staffOf(c.var.actor).accountId)))
    .post("/api/account/passkey-challenges", own, jsonBody(OwnPassword), async (c) => {
      const account = await requireOwnPassword(parts, staffOf(c.var.actor).accountId, c.req.valid("json").password);
      return c.json<PasskeyQuestion, 201>({ ...(await passkeyDoor.beginAdding(account)) }, 201);
    })
    .post("/api/account/passkeys", own, jsonBody(NewPasskey), async (c) => {
      const { accountId } = staffOf(c.var.actor);
      const { name, answer } = c.req.valid("json");
      const added = await passkeyDoor.add(accountId, name, answer);
      await note(auditName(c.var.actor), "account.passkeyAdded", accountId);
      return c.json(added, 201);
    })
    .patch("/api/account/passkeys/:id", own, jsonBody(PasskeyChange), async (c) => {
      const { accountId } = staffOf(c.var.actor);
      return c.json(await passkeys.rename(accountId, c.req.param("id"), c.req.valid("json").name));
    })
    .delete("/api/account/passkeys/:id", own, async (c) => {
      const { accountId } = staffOf(c.var.actor);
      await passkeys.remove(accountId, c.req.param("id"));
      await note(auditName(c.var.actor), "account.passkeyRemoved", accountId);
      return c.body(null, 204);
    })
    .post("/api/passkey-challenges", anyone, async (c) =>
      c.json<PasskeyQuestion, 201>({ ...(await passkeyDoor.beginEntering(clientAddress(c))) }, 201),
    )
    .post("/api/passkey-sessions", anyone, jsonBody(PasskeyEntry), async (c) => {
      const { holder, confirm } = await passkeyDoor.enter(c.req.valid("json").answer, clientAddress(c));
      await sessionDoor.open(c, holder, { confirm });
      return c.json(await sessionOf(parts, holder), 201);
    });
}
