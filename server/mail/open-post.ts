import { z } from "zod";
import { FamilyId, SchoolId, type JobId } from "../../schemas/ids.ts";
import { LetterChange } from "../../schemas/letters.ts";
import { Email } from "../../schemas/people.ts";
import { NewInvitation } from "../../schemas/staff.ts";
import { forgetEnded } from "../jobs/forget-ended.ts";
import type { JobClock } from "../jobs/job-clock.ts";
import { openJobs } from "../jobs/open-jobs.ts";
import { openJobRows } from "../store/job-rows.ts";
import type { Database } from "../store/open-database.ts";
import type { Letter } from "./letters.ts";
import type { Postman } from "./make-postman.ts";

/** By whom and how letters are asked for: what changes those of an address that has some already. */
const AskedLetters = LetterChange.extend({ familyId: FamilyId.nullable() });

/** What a letter is to be about; the link in it is made when it is sent, and stands in no queue. */
export const Errand = z.discriminatedUnion("about", [
  z.strictObject({ about: z.literal("invitation"), schoolId: SchoolId, invitation: NewInvitation }),
  z.strictObject({ about: z.literal("password"), email: Email }),
  z.strictObject({ about: z.literal("newsConfirmation"), id: z.uuid(), wish: AskedLetters.optional() }),
  z.object({ about: z.literal("news"), id: z.uuid() }),
]);
/** See {@link Errand}. */
export type Errand = z.infer<typeof Errand>;

/** The station's letters on their way out. */
export type Post = {
  /** Whether there is a mail server at all. */
  readonly isOpen: boolean;
  /** Puts a letter in line; it leaves at once or at an instant told (epoch milliseconds), or when the mail server is back. Without one nothing happens. */
  send(errand: Errand, runAfter?: number): Promise<void>;
  /** What is in line, and not just leaving. */
  waiting(): Promise<Errand[]>;
};

/** A mail server may be down for a night: the last of these tries is a day after the first. */
const pausesMs = [5, 30, 120, 600, 3_600, 3 * 3_600, 8 * 3_600, 12 * 3_600].map((seconds) => seconds * 1_000);
/** A line of its own, so that no letter waits for an episode, and no episode for a mail server. */
const lettersAtATime = 2;

type PostParts = {
  database: Database;
  postman: Postman | undefined;
  /** Makes the link and writes the letter; `undefined` when there is nobody to write to. */
  write: (errand: Errand) => Promise<Letter | undefined>;
  /** Told what became of each try of a letter: no error when it has left. */
  onTried?: (errand: Errand, error: unknown, letter: Letter) => Promise<void>;
  /** Told of every try that failed, for the log. */
  onFailure: (jobId: JobId, error: unknown) => void;
  onBug: (error: unknown) => void;
  clock?: JobClock;
};

/** Opens the post and takes up what a former process left. Disposing it leaves what is not sent for the next start. */
export async function openPost(parts: PostParts): Promise<Post & AsyncDisposable> {
  const { database, postman, write, onFailure, onBug, clock, onTried = () => Promise.resolve() } = parts;
  if (postman === undefined) {
    const nothing = () => Promise.resolve();
    return { isOpen: false, send: nothing, waiting: () => Promise.resolve([]), [Symbol.asyncDispose]: nothing };
  }
  const deliver = async (payload: unknown, { signal }: { signal: AbortSignal }) => {
    const errand = Errand.parse(payload);
    const letter = await write(errand);
    if (letter === undefined) return;
    try {
      await postman(letter, signal);
    } catch (error) {
      // A station that closes has not tried.
      if (!signal.aborted) await onTried(errand, error, letter);
      throw error;
    }
    await onTried(errand, undefined, letter);
  };
  const rows = openJobRows(database, ["send-letter"]);
  const queue = { database, pausesMs, concurrency: lettersAtATime, onFailure, ...(clock && { clock }) };
  await using opening = new AsyncDisposableStack();
  const jobs = await openJobs({ ...queue, handlers: { "send-letter": deliver } });
  opening.use(await forgetEnded(database, jobs, "send-letter", onBug));
  opening.use(jobs);
  const open = opening.move();
  return {
    isOpen: true,
    send: async (errand, runAfter) => {
      await jobs.enqueue("send-letter", errand, null, runAfter);
    },
    waiting: async () => (await rows.waitingPayloads()).map((payload) => Errand.parse(payload)),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
