import { z } from "zod";
import { Title } from "./people.ts";

/** Of a credential, in base64url. */
const CredentialId = z.string().regex(/^[\w-]{1,1400}$/);

/** One of somebody's passkeys, as they named it. */
export const Passkey = z.strictObject({
  id: CredentialId,
  name: Title,
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});
/** See {@link Passkey}. */
export type Passkey = z.infer<typeof Passkey>;

/** What a browser's authenticator is asked, as WebAuthn's JSON has it. */
export const PasskeyQuestion = z.looseObject({ challenge: z.string() });
/** See {@link PasskeyQuestion}. */
export type PasskeyQuestion = z.infer<typeof PasskeyQuestion>;

/** What a browser's authenticator answers, as WebAuthn's JSON has it; its parts are proved by their signatures. */
export const PasskeyAnswer = z.looseObject({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal("public-key"),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});
/** See {@link PasskeyAnswer}. */
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** Body of `POST /api/account/passkeys`. */
export const NewPasskey = z.strictObject({ name: Title, answer: PasskeyAnswer });

/** Body of `PATCH /api/account/passkeys/:id`. */
export const PasskeyChange = Passkey.pick({ name: true });

/** Body of `POST /api/passkey-sessions`. */
export const PasskeyEntry = z.strictObject({ answer: PasskeyAnswer });
