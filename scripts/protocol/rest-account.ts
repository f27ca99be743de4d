import { z } from "zod";
import {
  AccountChange,
  NewSecondStep,
  OwnAccount,
  OwnPassword,
  OwnSession,
  PasswordChange,
  PodcastNameChange,
  RecoveryCodes,
  SecondStepCode,
} from "../../schemas/account.ts";
import { NewPasskey, Passkey, PasskeyChange, PasskeyEntry } from "../../schemas/passkeys.ts";
import { Account, Session } from "../../schemas/people.ts";

/** The routes by which somebody of the staff looks after their own account. */
export const restAccount = {
  "GET /api/account": {
    does: "One's own account, and the names that may not make up its password.",
    answers: OwnAccount,
  },
  "PATCH /api/account": { does: "Changes the name that pupils see.", body: AccountChange, answers: Account },
  "PUT /api/account/podcast-name": {
    does: "What one is called beside the episodes in which one is heard, from now on; `null` is not at all.",
    body: PodcastNameChange,
  },
  "GET /api/account/sessions": {
    does: "The browsers in which one is signed in, the one that asks first.",
    answers: z.array(OwnSession),
  },
  "DELETE /api/account/sessions/:id": { does: "Signs one of them out." },
  "DELETE /api/account/sessions": { does: "Signs all of them out but the one that asks." },
  "POST /api/account/second-step": {
    does: "Begins a second step for whoever knows the password: what an app is told, once.",
    body: OwnPassword,
    answers: NewSecondStep,
  },
  "PUT /api/account/second-step": {
    does: "With the app's first code the second step holds; tells the recovery codes, once.",
    body: SecondStepCode,
    answers: RecoveryCodes,
  },
  "POST /api/account/second-step/removals": {
    does: "No code is asked for any more; wants the password.",
    body: OwnPassword,
  },
  "DELETE /api/staff/:id/second-step": { does: "No code is asked of a colleague any more, who lost theirs." },
  "GET /api/account/passkeys": { does: "One's own passkeys.", answers: z.array(Passkey) },
  "POST /api/account/passkey-challenges": {
    does: "What a browser's authenticator is asked, to make a passkey; wants the password.",
    body: OwnPassword,
    answers: "what WebAuthn asks an authenticator, as JSON",
  },
  "POST /api/account/passkeys": { does: "Adds the passkey that was made.", body: NewPasskey, answers: Passkey },
  "PATCH /api/account/passkeys/:id": { does: "Names it anew.", body: PasskeyChange, answers: Passkey },
  "DELETE /api/account/passkeys/:id": { does: "It opens nothing any more." },
  "POST /api/passkey-challenges": {
    does: "What a browser's authenticator is asked, to come in.",
    answers: "what WebAuthn asks an authenticator, as JSON",
  },
  "POST /api/passkey-sessions": { does: "Signs in with a passkey.", body: PasskeyEntry, answers: Session },
  "PUT /api/account/password": {
    does: "Sets another password, for whoever knows the current one; all other sessions end, this one gets another token.",
    body: PasswordChange,
  },
};
