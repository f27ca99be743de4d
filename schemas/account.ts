import { z } from "zod";
import { SessionId } from "./ids.ts";
import { Account, Password, StepCode } from "./people.ts";
import { PersonName } from "./persons.ts";

/** What a session's browser said it was when it opened. */
export const Device = z.strictObject({
  browser: z.enum(["firefox", "chrome", "edge", "safari", "opera", "samsung", "other"]),
  system: z.enum(["windows", "macos", "linux", "android", "ios", "chromeos", "other"]),
});
/** See {@link Device}. */
export type Device = z.infer<typeof Device>;

/** One browser in which somebody of the staff is signed in; `seenAt` is exact to some minutes. */
export const OwnSession = z.strictObject({
  id: SessionId,
  ...Device.shape,
  openedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  /** The browser that asks. */
  isHere: z.boolean(),
});
/** See {@link OwnSession}. */
export type OwnSession = z.infer<typeof OwnSession>;

/** What somebody of the staff sees of their own account; `knownNames` may not make up a password. */
export const OwnAccount = z.strictObject({
  account: Account,
  knownNames: z.array(z.string()),
  /** What they are called beside the episodes in which they are heard; `null`, as long as they did not choose otherwise, is not at all. */
  podcastName: PersonName.nullable(),
  /** Whether a code is asked for after the password. */
  hasSecondStep: z.boolean(),
  recoveryCodesLeft: z.int().min(0),
});
/** See {@link OwnAccount}. */
export type OwnAccount = z.infer<typeof OwnAccount>;

/** Body of `PATCH /api/account`. */
export const AccountChange = Account.pick({ displayName: true });
/** See {@link AccountChange}. */
export type AccountChange = z.infer<typeof AccountChange>;

/** Body of `PUT /api/account/podcast-name`: `null` takes the name back. */
export const PodcastNameChange = z.strictObject({ name: PersonName.nullable() });
/** See {@link PodcastNameChange}. */
export type PodcastNameChange = z.infer<typeof PodcastNameChange>;

/** Body of `PUT /api/account/password`. */
export const PasswordChange = z.strictObject({
  current: z.string().min(1).max(200),
  password: Password,
  /** Whether one goes on coming in by the providers that one is tied to; else they are untied, as with a link for a lost password. */
  keepsIdentities: z.boolean().default(false),
});
/** See {@link PasswordChange}. */
export type PasswordChange = z.infer<typeof PasswordChange>;

/** Body of what wants one's password once more. */
export const OwnPassword = z.strictObject({ password: z.string().min(1).max(200) });

/** What an app is told once: the same secret as an address for its camera, and as letters to type. */
export const NewSecondStep = z.strictObject({ url: z.string(), secret: z.string() });
/** See {@link NewSecondStep}. */
export type NewSecondStep = z.infer<typeof NewSecondStep>;

/** Body of `PUT /api/account/second-step`. */
export const SecondStepCode = z.strictObject({ code: StepCode });

/** Codes that stand in for the app, each once; they are told this once. */
export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) });
/** See {@link RecoveryCodes}. */
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
