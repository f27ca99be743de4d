import type { z } from "zod";
import type { Credentials } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import type { People } from "../store/people.ts";
import type { Holder } from "../store/sessions.ts";
import { isPasswordOf } from "./passwords.ts";
import type { Throttles } from "./throttle.ts";

/** Finds the member of staff by e-mail and password; wrong tries are counted per e-mail and per address. */
export function signIn(
  parts: { people: People; throttles: Throttles },
  { email, password }: z.infer<typeof Credentials>,
  address: string,
): Promise<Holder> {
  const { people, throttles } = parts;
  const check = async (): Promise<Holder> => {
    const known = await people.findCredentials(email);
    const fits = await isPasswordOf(known?.passwordHash, password);
    if (known === undefined || !fits) throw new Refusal("session.bad_credentials");
    return { role: known.account.role, accountId: known.account.id, schoolId: known.account.schoolId };
  };
  return throttles.signInByAddress.attempt([address], () => throttles.signInByEmail.attempt([email], check));
}
