import type { z } from "zod";
import type { AccountId } from "../../schemas/ids.ts";
import type { Credentials } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import type { People } from "../store/people.ts";
import type { Holder } from "../store/sessions.ts";
import { isPasswordOf } from "./passwords.ts";
import type { SecondStep } from "./second-step.ts";
import type { Throttles } from "./throttle.ts";

/** Whoever came in, and what is asked once more when their session is kept: see `SessionDoor.open`. */
export type Entrance = { holder: Holder; confirm: () => Promise<void> };

/** Refuses a session that a password opened which has been replaced meanwhile, or into an account that has been shut. */
export const whilePasswordStands = (people: People, id: AccountId, passwordHash: string) => async (): Promise<void> => {
  const now = await people.credentialsOf(id);
  if (now.passwordHash !== passwordHash) throw new Refusal("session.bad_credentials");
  // Told to whoever knows the password only.
  if (!now.isActive) throw new Refusal("account.deactivated");
};

/** Finds the member of staff by e-mail and password, and their second step if they have one; wrong tries are counted per e-mail and per address. */
export async function signIn(
  parts: { people: People; throttles: Throttles; secondStep: SecondStep },
  { email, password, code }: z.infer<typeof Credentials>,
  address: string,
): Promise<Entrance> {
  const { people, throttles } = parts;
  const check = async () => {
    const known = await people.findCredentials(email);
    const fits = await isPasswordOf(known?.passwordHash, password);
    if (known === undefined || !fits) throw new Refusal("session.bad_credentials");
    const { role, id, schoolId } = known.account;
    const confirm = whilePasswordStands(people, id, known.passwordHash);
    return { holder: { role, accountId: id, schoolId }, confirm };
  };
  const entrance = await throttles.signInByAddress.attempt([address], () =>
    throttles.signInByEmail.attempt([email], check),
  );
  await parts.secondStep.require(entrance.holder.accountId, code);
  return entrance;
}
