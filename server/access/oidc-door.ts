import type { AccountId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "../store/open-database.ts";
import type { Holder } from "../store/sessions.ts";
import { makeOidcAccounts } from "./oidc-accounts.ts";
import { personIn } from "./oidc-person.ts";
import type { OidcProvider, OidcRequest } from "./oidc-provider.ts";
import { hashToken, newToken } from "./session-token.ts";

/** A sign-in that went to a provider and has not come back. */
type Flow = {
  providerId: string;
  request: OidcRequest;
  returnPath: string;
  /** The account to tie, when somebody signed in asked for that. */
  linkedTo: AccountId | undefined;
  expiresAt: number;
};

type StaffHolder = Extract<Holder, { accountId: unknown }>;

/** Time to type a password at the provider. */
const flowMs = 10 * 60_000;
/** So many wait at once; the oldest goes, so that nobody fills the memory. */
const mostFlows = 1_000;

type Parts = { database: Database; providers: readonly OidcProvider[]; clock: () => number };

/** How staff come in by their school's identity provider. Each way there and back is known by a cookie of the browser that set out, and is used once. */
export function makeOidcDoor({ database, providers, clock }: Parts) {
  const accounts = makeOidcAccounts({ database, clock });
  const flows = new Map<string, Flow>();

  const requireProvider = (id: string) => {
    const found = providers.find(({ settings }) => settings.id === id);
    if (found === undefined) throw new Refusal("request.not_found");
    return found;
  };

  function keep(token: string, flow: Flow) {
    for (const [hash, { expiresAt }] of flows) if (expiresAt <= clock()) flows.delete(hash);
    const oldest = flows.keys().next();
    if (flows.size >= mostFlows && !oldest.done) flows.delete(oldest.value);
    flows.set(hashToken(token), flow);
  }

  function takeFlow(token: string | undefined, providerId: string): Flow {
    const hash = hashToken(token ?? "");
    const flow = flows.get(hash);
    flows.delete(hash);
    const isTheirs = flow?.providerId === providerId && flow.expiresAt > clock();
    if (!isTheirs) throw new Refusal("oidc.refused");
    return flow;
  }

  return {
    providers: providers.map(({ settings: { id, name } }) => ({ id, name })),
    issuerOf: (id: string) => requireProvider(id).settings.issuer,
    begin: async (
      providerId: string,
      asked: { redirectUri: string; returnPath: string; linkedTo: AccountId | undefined },
    ) => {
      const { redirectUri, returnPath, linkedTo } = asked;
      const { url, request } = await requireProvider(providerId).begin(redirectUri);
      const token = newToken();
      keep(token, { providerId, request, returnPath, linkedTo, expiresAt: clock() + flowMs });
      return { url, token };
    },
    /** Asked once more when the session is kept: the account may have been shut meanwhile. */
    confirm: accounts.requireActive,
    /** Whoever came back: somebody to let in, or (without a holder) an account that is tied now. `signedIn` is the account of this browser. */
    finish: async (
      providerId: string,
      back: { token: string | undefined; currentUrl: URL; signedIn: AccountId | undefined },
    ): Promise<{ returnPath: string; holder: StaffHolder | undefined }> => {
      const provider = requireProvider(providerId);
      const { request, returnPath, linkedTo } = takeFlow(back.token, providerId);
      const person = personIn(await provider.finish(back.currentUrl, request), provider.settings);
      if (linkedTo !== undefined) {
        if (linkedTo !== back.signedIn) throw new Refusal("oidc.refused");
        await accounts.link(linkedTo, person, provider.settings);
        return { returnPath, holder: undefined };
      }
      const { id, role, schoolId } = await accounts.enter(person, provider.settings);
      return { returnPath, holder: { role, accountId: id, schoolId } };
    },
  };
}
/** See {@link makeOidcDoor}. */
export type OidcDoor = ReturnType<typeof makeOidcDoor>;
