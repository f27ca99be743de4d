import type { z } from "zod";
import type { OwnIdentity } from "../../schemas/oidc.ts";
import type { RegistrationResponseJSON } from "@simplewebauthn/browser";
import type {
  AccountChange,
  NewSecondStep,
  OwnAccount,
  OwnSession,
  PasswordChange,
  PodcastNameChange,
  RecoveryCodes,
} from "../../schemas/account.ts";
import type { SessionId } from "../../schemas/ids.ts";
import { PasskeyAnswer, type Passkey, type PasskeyQuestion } from "../../schemas/passkeys.ts";
import type { Account } from "../../schemas/people.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** What somebody of the staff asks about their own account. */
export const accountApi = {
  listIdentities: (): Promise<OwnIdentity[]> => take(server.account.identities.$get()),
  unlink: (provider: string) => take(server.account.identities[":provider"].$delete({ param: { provider } })),
  read: (): Promise<OwnAccount> => take(server.account.$get()),
  change: (change: AccountChange): Promise<Account> => take(server.account.$patch({ json: change })),
  setPodcastName: (change: PodcastNameChange) => take(server.account["podcast-name"].$put({ json: change })),
  listSessions: (): Promise<OwnSession[]> => take(server.account.sessions.$get()),
  endSession: (id: SessionId) => take(server.account.sessions[":id"].$delete(of(id))),
  /** Signs out everywhere but here. */
  endOtherSessions: () => take(server.account.sessions.$delete()),
  beginSecondStep: (password: string): Promise<NewSecondStep> =>
    take(server.account["second-step"].$post({ json: { password } })),
  confirmSecondStep: (code: string): Promise<RecoveryCodes> =>
    take(server.account["second-step"].$put({ json: { code } })),
  removeSecondStep: (password: string) => take(server.account["second-step"].removals.$post({ json: { password } })),
  listPasskeys: (): Promise<Passkey[]> => take(server.account.passkeys.$get()),
  /** What the browser's authenticator is asked, for {@link addPasskey}. */
  beginPasskey: (password: string): Promise<PasskeyQuestion> =>
    take(server.account["passkey-challenges"].$post({ json: { password } })),
  addPasskey: (name: string, answer: RegistrationResponseJSON): Promise<Passkey> =>
    take(server.account.passkeys.$post({ json: { name, answer: PasskeyAnswer.parse(answer) } })),
  renamePasskey: (id: string, name: string): Promise<Passkey> =>
    take(server.account.passkeys[":id"].$patch({ ...of(id), json: { name } })),
  removePasskey: (id: string) => take(server.account.passkeys[":id"].$delete(of(id))),
  changePassword: (change: z.input<typeof PasswordChange>) => take(server.account.password.$put({ json: change })),
};
