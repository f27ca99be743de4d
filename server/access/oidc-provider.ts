import * as client from "openid-client";
import { Refusal } from "../errors.ts";
import type { OidcSettings } from "./oidc-settings.ts";

/** What the browser must bring back, and what proves that the answer is for this very request. */
export type OidcRequest = { state: string; nonce: string; codeVerifier: string };
/** What a provider says of a person; `sub` is its own word for them. */
export type OidcClaims = Readonly<Record<string, unknown>> & { sub: string };

const timeoutSeconds = 8;

/** A refusal for whatever went wrong: said no there, not reached, or an answer that proves nothing. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof client.AuthorizationResponseError && error.error === "access_denied") {
    return new Refusal("oidc.cancelled", { cause: error });
  }
  const code = error instanceof client.ClientError ? error.code : undefined;
  const isAway = code === "OAUTH_TIMEOUT" || (error instanceof TypeError && error.message === "fetch failed");
  return new Refusal(isAway ? "oidc.unreachable" : "oidc.refused", { cause: error });
}

/** One identity provider: asked for its addresses when it is first needed, and again as long as it does not answer. Nothing but the configured issuer is ever asked where they are. */
export function openOidcProvider(settings: OidcSettings, secret: string | undefined) {
  let known: Promise<client.Configuration> | undefined;
  const authentication = secret === undefined ? client.None() : client.ClientSecretBasic(secret);
  const discover = () => {
    const isPlain = settings.issuer.startsWith("http:");
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so as to stand out; the settings allow plain HTTP on this machine only.
    const options = { timeout: timeoutSeconds, execute: isPlain ? [client.allowInsecureRequests] : [] };
    const { issuer, clientId } = settings;
    known ??= client
      .discovery(new URL(issuer), clientId, undefined, authentication, options)
      .catch((error: unknown) => {
        known = undefined;
        throw new Refusal("oidc.unreachable", { cause: error });
      });
    return known;
  };

  async function claimsOf(configuration: client.Configuration, currentUrl: URL, request: OidcRequest) {
    const tokens = await client.authorizationCodeGrant(configuration, currentUrl, {
      expectedState: request.state,
      expectedNonce: request.nonce,
      pkceCodeVerifier: request.codeVerifier,
      idTokenExpected: true,
    });
    const told = tokens.claims();
    if (told === undefined) throw new Refusal("oidc.refused");
    const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await client.fetchUserInfo(configuration, tokens.access_token, told.sub) : {};
    return { ...more, ...told };
  }

  return {
    settings,
    /** Where to send the browser, and what to keep until it comes back. */
    begin: async (redirectUri: string): Promise<{ url: string; request: OidcRequest }> => {
      const configuration = await discover();
      const codeVerifier = client.randomPKCECodeVerifier();
      const request = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: request.state,
        nonce: request.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: "S256",
      });
      return { url: url.href, request };
    },
    /** What the provider says of whoever came back to `currentUrl`; refuses an answer to anything but `request`. */
    finish: async (currentUrl: URL, request: OidcRequest): Promise<OidcClaims> => {
      const configuration = await discover();
      return claimsOf(configuration, currentUrl, request).catch((error: unknown) => {
        throw refusalOf(error);
      });
    },
  };
}
/** See {@link openOidcProvider}. */
export type OidcProvider = ReturnType<typeof openOidcProvider>;
