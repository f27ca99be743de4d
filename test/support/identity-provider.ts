import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

/** What the provider says of a person. */
export type KnownPerson = { sub: string } & Record<string, unknown>;

const scope = "openid profile email";

function configurationFor(redirectUri: string, people: ReadonlyMap<string, KnownPerson>): Configuration {
  return {
    clients: [{ client_id: "antenne", client_secret: "the station's secret", redirect_uris: [redirectUri] }],
    claims: { email: ["email", "email_verified"], profile: ["name", "profil", "etab"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ["a key of the test"] },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
  };
}

/** Follows a browser through the provider's pages until it is sent back to the station; resolves to that address. */
async function walk(start: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  for (let url = new URL(start); ;) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = set.split(";")[0]!.split(/=(.*)/s);
      cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null) throw new Error(`the provider stays at ${url.pathname}: ${await answer.text()}`);
    url = new URL(next, url);
    if (url.origin !== issuer) return url;
  }
}

/** An identity provider over loopback with these people; whoever comes is the one welcomed last, without typing anything. Disposing closes it. */
export async function openIdentityProvider(redirectUri: string) {
  const people = new Map<string, KnownPerson>();
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationFor(redirectUri, people));
  const pages = provider.callback();
  let present = "";
  answer = (request, response) => {
    if (!request.url!.startsWith("/interaction/")) void pages(request, response);
    else void provider.interactionFinished(request, response, { login: { accountId: present } });
  };
  /** From now on whoever comes is this person. */
  const welcome = (person: KnownPerson) => {
    people.set(person.sub, person);
    present = person.sub;
  };
  return {
    issuer,
    welcome,
    /** Signs this person in at the provider, starting where the station sends the browser. */
    signIn: (person: KnownPerson, start: string) => {
      welcome(person);
      return walk(start, issuer);
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
