import { z } from "zod";
import { Email } from "./people.ts";

/** The last letter of a school that did not arrive: what it was about, to whom, and why. The station goes on trying for a day where nobody answered. */
export const LostLetter = z.strictObject({
  about: z.enum(["invitation", "password"]),
  email: Email,
  /** `refused`: the mail server wants no letter for this address; `unreachable`: it does not answer, or takes nothing from this station. */
  reason: z.enum(["refused", "unreachable"]),
  failedAt: z.iso.datetime(),
});
/** See {@link LostLetter}. */
export type LostLetter = z.infer<typeof LostLetter>;
