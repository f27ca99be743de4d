import { hash, verify } from "@node-rs/argon2";
import { RetryAfter } from "../answer-error.ts";
import { Refusal } from "../errors.ts";

// Argon2id with OWASP's first choice of cost: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Each takes one of the four threads that read and write the station's files, a show's recording among them, for some hundredths of a second.
const atOnce = 2;
const mostWaiting = 60;
let working = 0;
const waiting: (() => void)[] = [];

/** Two at a time, so that whoever sends passwords by the hundred holds up no file; refuses (`request.too_many`) what would wait behind sixty others. */
async function inLine<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting.length >= mostWaiting) throw new Refusal("request.too_many", { cause: new RetryAfter(5) });
  if (working >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else working += 1;
  try {
    return await work();
  } finally {
    // Whoever is next takes this one's place.
    const next = waiting.shift();
    if (next === undefined) working -= 1;
    else next();
  }
}

/** What the database keeps of a password. */
export const hashPassword = (password: string): Promise<string> => inLine(() => hash(password, cost));

let hashOfNobody: Promise<string> | undefined;

/** Whether the password fits. Without a hash (unknown e-mail) it takes as long and says no, so that time tells nothing. */
export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  hashOfNobody ??= hash("nobody has this password", cost);
  const known = passwordHash ?? (await hashOfNobody);
  const fits = await inLine(() => verify(known, password));
  return fits && passwordHash !== undefined;
}
