import type { AccountId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "../store/open-database.ts";
import type { Holder } from "../store/sessions.ts";
import { keepBriefly } from "./keep-briefly.ts";
import { makeOidcAccounts } from "./oidc-accounts.ts";
import { personIn } from "./oidc-person.ts";
import type { OidcProvider, OidcRequest } from "./oidc-provider.ts";
import type { SecondStep } from "./second-step.ts";

/** A sign-in that went to a provider and has not come back. */
export type OidcFlow = {
  providerId: string;
  request: OidcRequest;
  returnPath: string;
  /** The account to tie, when somebody signed in asked for that. */
  linkedTo: AccountId | undefined;
};

type StaffHolder = Extract<Holder, { accountId: unknown }>;

/** Who came back: tied now to their account, let in, or asked for their second step, to which the token belongs. */
export type OidcArrival =
  { kind: "tied" } | { kind: "entered"; holder: StaffHolder } | { kind: "step_missing"; token: string };

/** Time to type a password at the provider, or a code here; and so many wait at once. */
const patience = { lastsMs: 10 * 60_000, most: 1_000 };

type Parts = {
  database: Database;
  providers: readonly OidcProvider[];
  secondStep: SecondStep;
  clock: () => number;
};

/** How staff come in by their school's identity provider. Each way there and back is known by a cookie of the browser that set out, and is used once. */
export function makeOidcDoor({ database, providers, secondStep, clock }: Parts) {
  const accounts = makeOidcAccounts({ database, clock });
  const flows = keepBriefly<OidcFlow>({ ...patience, clock });
  const steps = keepBriefly<StaffHolder>({ ...patience, clock });

  const requireProvider = (id: string) => {
    const found = providers.find(({ settings }) => settings.id === id);
    if (found === undefined) throw new Refusal("request.not_found");
    return found;
  };

  return {
    providers: providers.map(({ settings: { id, name } }) => ({ id, name })),
    issuerOf: (id: string) => requireProvider(id).settings.issuer,
    begin: async (providerId: string, asked: Omit<OidcFlow, "providerId" | "request"> & { redirectUri: string }) => {
      const { redirectUri, returnPath, linkedTo } = asked;
      const { url, request } = await requireProvider(providerId).begin(redirectUri);
      return { url, token: flows.keep({ providerId, request, returnPath, linkedTo }) };
    },
    /** The flow that this browser set out on; it is over with that, whatever comes of it. */
    take: (providerId: string, token: string | undefined): OidcFlow => {
      const flow = flows.find(token);
      flows.drop(token);
      if (flow?.providerId !== providerId) throw new Refusal("oidc.refused");
      return flow;
    },
    /** Asked once more when the session is kept: the account may have been shut meanwhile. */
    confirm: accounts.requireActive,
    /** `signedIn` is the account of this browser. */
    finish: async (
      { providerId, request, linkedTo }: OidcFlow,
      { currentUrl, signedIn }: { currentUrl: URL; signedIn: AccountId | undefined },
    ): Promise<OidcArrival> => {
      const { settings, finish } = requireProvider(providerId);
      const person = personIn(await finish(currentUrl, request), settings);
      if (linkedTo !== undefined) {
        if (linkedTo !== signedIn) throw new Refusal("oidc.refused");
        await accounts.link(linkedTo, person, settings);
        return { kind: "tied" };
      }
      const { id, role, schoolId } = await accounts.enter(person, settings);
      const holder = { role, accountId: id, schoolId };
      const isAsked = !settings.asksSecondStep && (await secondStep.find(id)).hasSecondStep;
      return isAsked ? { kind: "step_missing", token: steps.keep(holder) } : { kind: "entered", holder };
    },
    /** Lets whoever a provider stands for in with their own second step. */
    finishStep: async (token: string | undefined, code: string): Promise<StaffHolder> => {
      const holder = steps.find(token);
      if (holder === undefined) throw new Refusal("oidc.refused");
      await secondStep.require(holder.accountId, code);
      if (!steps.drop(token)) throw new Refusal("oidc.refused");
      return holder;
    },
  };
}
/** See {@link makeOidcDoor}. */
export type OidcDoor = ReturnType<typeof makeOidcDoor>;
