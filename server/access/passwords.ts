import { hash, verify } from "@node-rs/argon2";

// Argon2id with OWASP's first choice of cost: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What the database keeps of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let hashOfNobody: Promise<string> | undefined;

/** Whether the password fits. Without a hash (unknown e-mail) it takes as long and says no, so that time tells nothing. */
export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword("nobody has this password");
  const fits = await verify(passwordHash ?? (await hashOfNobody), password);
  return fits && passwordHash !== undefined;
}
