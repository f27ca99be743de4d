import { z } from "zod";
import { Account, Password } from "./people.ts";

/** What somebody of the staff sees of their own account; `knownNames` may not make up a password. */
export const OwnAccount = z.strictObject({ account: Account, knownNames: z.array(z.string()) });
/** See {@link OwnAccount}. */
export type OwnAccount = z.infer<typeof OwnAccount>;

/** Body of `PUT /api/account/password`. */
export const PasswordChange = z.strictObject({ current: z.string().min(1).max(200), password: Password });
/** See {@link PasswordChange}. */
export type PasswordChange = z.infer<typeof PasswordChange>;
