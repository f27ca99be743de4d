import { z } from "zod";
import { OwnPassword } from "./account.ts";
import { StepCode } from "./people.ts";

/** A provider that staff may come in by, as the door names it. */
export const SignInProvider = z.strictObject({ id: z.string(), name: z.string() });
/** See {@link SignInProvider}. */
export type SignInProvider = z.infer<typeof SignInProvider>;

/** A page of the station to come back to. */
const returnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])\S*$/);

/** Body of `POST /api/oidc/:provider/flows`; `isLink` ties the provider's person to the account that is signed in here, for whoever knows its password. */
export const NewOidcFlow = z.discriminatedUnion("isLink", [
  z.strictObject({ isLink: z.literal(false), returnPath }),
  z.strictObject({ isLink: z.literal(true), returnPath, ...OwnPassword.shape, code: StepCode.optional() }),
]);
/** See {@link NewOidcFlow}. */
export type NewOidcFlow = z.infer<typeof NewOidcFlow>;

/** Where the browser goes to sign in. */
export const OidcFlow = z.strictObject({ url: z.url() });
/** See {@link OidcFlow}. */
export type OidcFlow = z.infer<typeof OidcFlow>;

/** A provider, and whether one's own account is tied to a person there. */
export const OwnIdentity = SignInProvider.extend({ isLinked: z.boolean() });
/** See {@link OwnIdentity}. */
export type OwnIdentity = z.infer<typeof OwnIdentity>;
