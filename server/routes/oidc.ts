import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { SecondStepCode } from "../../schemas/account.ts";
import type { ErrorCode } from "../../schemas/errors.ts";
import type { AccountId } from "../../schemas/ids.ts";
import { NewOidcFlow, type OwnIdentity } from "../../schemas/oidc.ts";
import { auditName, type Actor, type Env } from "../access/actor.ts";
import { requireOwnPassword } from "../access/change-password.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Access } from "../access/open-access.ts";
import type { OidcDoor, OidcFlow } from "../access/oidc-door.ts";
import { permit } from "../access/permit.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import type { SecondStep } from "../access/second-step.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Identities } from "../store/identities.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  oidcDoor: OidcDoor;
  identities: Identities;
  sessionDoor: SessionDoor;
  people: People;
  classrooms: Classrooms;
  throttles: Throttles;
  secondStep: SecondStep;
  clientAddress: ClientAddress;
  audit: Audit;
  publicUrl: string | undefined;
  /** Somebody's session is over: their sockets go too. */
  onSessionsEnded(): void;
};

const cookie = "antenne-oidc";
const cookiePath = "/api";

/** A page that says the refusal: the staff's door, or one's own account where it was to be tied. */
const refusedAt = (page: string, words: { refus: ErrorCode; retour?: string }) =>
  `${page}?${new URLSearchParams(words)}`;

const accountOf = (actor: Actor) => ("accountId" in actor ? actor.accountId : undefined);

/** Staff come in by their school's identity provider, tie it to their account, and untie it. */
export function oidcRoutes(parts: Parts) {
  const { access, oidcDoor, identities, sessionDoor, audit, publicUrl, onSessionsEnded } = parts;
  const open = permit(access, "session.open");
  const own = permit(access, "account.manage");
  const callbackOf = (c: Context, provider: string) => `${stationOrigin(c, publicUrl)}/api/oidc/${provider}/callback`;

  const keep = (c: Context, token: string) => {
    const secure = stationOrigin(c, publicUrl).startsWith("https:");
    setCookie(c, cookie, token, { path: cookiePath, httpOnly: true, sameSite: "Lax", secure, maxAge: 600 });
  };

  async function enter(c: Context<Env>, holder: Parameters<SessionDoor["open"]>[1] & { accountId: AccountId }) {
    await sessionDoor.open(c, holder, { confirm: () => oidcDoor.confirm(holder.accountId) });
    deleteCookie(c, cookie, { path: cookiePath });
    onSessionsEnded();
  }

  /** Resolves to the page that comes next. */
  async function arrive(c: Context<Env>, flow: OidcFlow): Promise<string> {
    const { providerId, returnPath } = flow;
    const currentUrl = new URL(`${callbackOf(c, providerId)}${new URL(c.req.url).search}`);
    const signedIn = accountOf(c.var.actor);
    const arrival = await oidcDoor.finish(flow, { currentUrl, signedIn });
    if (arrival.kind === "step_missing") {
      keep(c, arrival.token);
      return refusedAt("/", { refus: "session.second_step_missing", retour: returnPath });
    }
    if (arrival.kind === "entered") {
      await enter(c, arrival.holder);
      return returnPath;
    }
    const act = { act: "account.identityLinked", target: `account:${signedIn ?? ""}`, detail: providerId };
    await audit.write({ actor: auditName(c.var.actor), ...act });
    return returnPath;
  }

  // The browser comes here by itself, so that a refusal is a page and not JSON.
  async function comeBack(c: Context<Env>, provider: string): Promise<string> {
    let page = "/";
    try {
      const flow = oidcDoor.take(provider, getCookie(c, cookie));
      if (flow.linkedTo !== undefined) page = "/compte";
      return await arrive(c, flow);
    } catch (error) {
      if (error instanceof Refusal) return refusedAt(page, { refus: error.code });
      throw error;
    }
  }

  /** Whoever finds a browser that was left open does not make a way in for themselves. */
  async function requireOwner(actor: Actor, { password, code }: { password: string; code?: string | undefined }) {
    const accountId = accountOf(actor);
    if (accountId === undefined) throw new Refusal("session.missing");
    await requireOwnPassword(parts, accountId, password);
    await parts.secondStep.require(accountId, code);
    return accountId;
  }

  return new Hono<Env>()
    .get("/api/oidc", open, (c) => c.json(oidcDoor.providers))
    .post("/api/oidc/:provider/flows", open, jsonBody(NewOidcFlow), async (c) => {
      await parts.throttles.oidcFlow.spend(parts.clientAddress(c));
      const asked = c.req.valid("json");
      const { returnPath } = asked;
      const linkedTo = asked.isLink ? await requireOwner(c.var.actor, asked) : undefined;
      const provider = c.req.param("provider");
      const redirectUri = callbackOf(c, provider);
      const { url, token } = await oidcDoor.begin(provider, { redirectUri, returnPath, linkedTo });
      keep(c, token);
      return c.json({ url });
    })
    .get("/api/oidc/:provider/callback", open, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.redirect(await comeBack(c, c.req.param("provider")), 303);
    })
    .post("/api/oidc-sessions", open, jsonBody(SecondStepCode), async (c) => {
      const holder = await oidcDoor.finishStep(getCookie(c, cookie), c.req.valid("json").code);
      await enter(c, holder);
      return c.json(await sessionOf(parts, holder), 201);
    })
    .get("/api/account/identities", own, async (c) => {
      const issuers = await identities.issuersOf(staffOf(c.var.actor).accountId);
      const isLinked = (id: string) => issuers.includes(oidcDoor.issuerOf(id));
      return c.json(
        oidcDoor.providers.map((provider): OwnIdentity => ({ ...provider, isLinked: isLinked(provider.id) })),
      );
    })
    .delete("/api/account/identities/:provider", own, async (c) => {
      const { accountId } = staffOf(c.var.actor);
      const provider = c.req.param("provider");
      await identities.untie(accountId, oidcDoor.issuerOf(provider));
      const act = { act: "account.identityUnlinked", target: `account:${accountId}`, detail: provider };
      await audit.write({ actor: auditName(c.var.actor), ...act });
      return c.body(null, 204);
    });
}
