import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { ErrorCode } from "../../schemas/errors.ts";
import { NewOidcFlow, type OwnIdentity } from "../../schemas/oidc.ts";
import { auditName, type Actor, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import type { OidcDoor } from "../access/oidc-door.ts";
import { permit } from "../access/permit.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { staffOf } from "../access/staff-of.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Identities } from "../store/identities.ts";
import { jsonBody } from "./json-body.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  oidcDoor: OidcDoor;
  identities: Identities;
  sessionDoor: SessionDoor;
  audit: Audit;
  publicUrl: string | undefined;
  /** Somebody's session is over: their sockets go too. */
  onSessionsEnded(): void;
};

const cookie = "antenne-oidc";
const cookiePath = "/api/oidc";

const accountOf = (actor: Actor) => ("accountId" in actor ? actor.accountId : undefined);

/** Staff come in by their school's identity provider, tie it to their account, and untie it. */
export function oidcRoutes(parts: Parts) {
  const { access, oidcDoor, identities, sessionDoor, audit, publicUrl, onSessionsEnded } = parts;
  const open = permit(access, "session.open");
  const own = permit(access, "account.manage");
  const callbackOf = (c: Context, provider: string) =>
    `${stationOrigin(c, publicUrl)}${cookiePath}/${provider}/callback`;

  async function comeBack(c: Context<Env>, provider: string): Promise<string> {
    const token = getCookie(c, cookie);
    const currentUrl = new URL(`${callbackOf(c, provider)}${new URL(c.req.url).search}`);
    const signedIn = accountOf(c.var.actor);
    const { returnPath, holder } = await oidcDoor.finish(provider, { token, currentUrl, signedIn });
    if (holder !== undefined) {
      await sessionDoor.open(c, holder, { confirm: () => oidcDoor.confirm(holder.accountId) });
      onSessionsEnded();
    } else {
      const target = `account:${signedIn ?? ""}`;
      await audit.write({ actor: auditName(c.var.actor), act: "account.identityLinked", target, detail: provider });
    }
    return returnPath;
  }

  // The browser comes here by itself, so that a refusal is a page and not JSON.
  const pageFor = (code: ErrorCode) => `/?refus=${code}`;

  return new Hono<Env>()
    .get("/api/oidc", open, (c) => c.json(oidcDoor.providers))
    .post("/api/oidc/:provider/flows", open, jsonBody(NewOidcFlow), async (c) => {
      const { isLink, returnPath } = c.req.valid("json");
      const linkedTo = isLink ? accountOf(c.var.actor) : undefined;
      if (isLink && linkedTo === undefined) throw new Refusal("session.missing");
      const provider = c.req.param("provider");
      const redirectUri = callbackOf(c, provider);
      const { url, token } = await oidcDoor.begin(provider, { redirectUri, returnPath, linkedTo });
      const secure = redirectUri.startsWith("https:");
      setCookie(c, cookie, token, { path: cookiePath, httpOnly: true, sameSite: "Lax", secure, maxAge: 600 });
      return c.json({ url });
    })
    .get("/api/oidc/:provider/callback", open, async (c) => {
      const path = await comeBack(c, c.req.param("provider")).catch((error: unknown) => {
        if (error instanceof Refusal) return pageFor(error.code);
        throw error;
      });
      deleteCookie(c, cookie, { path: cookiePath });
      c.header("Cache-Control", "no-store");
      return c.redirect(path, 303);
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
