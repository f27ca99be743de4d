import type { ShowId } from "../../schemas/ids.ts";
import type { Classroom } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { ShowCodes } from "../store/show-codes.ts";
import type { CodeAlarm } from "./code-alarm.ts";
import type { Throttles } from "./throttle.ts";

type Parts = {
  classrooms: Pick<Classrooms, "findByCode" | "require">;
  showCodes: Pick<ShowCodes, "findByCode">;
  throttles: Pick<Throttles, "classCode">;
  codeAlarm: Pick<CodeAlarm, "note">;
  clock: () => number;
};

/** What a class code opens, and the instant (epoch milliseconds) from which it opens nothing; one of a show, at the latest when that show has ended. */
export type Opened = { classroom: Classroom; expiresAt: number; showId?: ShowId };

/** The door that class codes open. */
export function makeClassDoor({ classrooms, showCodes, throttles, codeAlarm, clock }: Parts) {
  async function openForShow(code: string): Promise<Opened> {
    const found = await showCodes.findByCode(code);
    if (found === undefined) throw new Refusal("class_code.unknown");
    const { classroomId, showId, expiresAt, hasEnded } = found;
    if (hasEnded || expiresAt <= clock()) throw new Refusal("class_code.expired");
    return { classroom: await classrooms.require(classroomId), expiresAt, showId };
  }

  async function open(code: string): Promise<Opened> {
    const classroom = await classrooms.findByCode(code);
    if (classroom === undefined) return openForShow(code);
    const expiresAt = Date.parse(classroom.codeExpiresAt);
    if (expiresAt <= clock()) throw new Refusal("class_code.expired");
    return { classroom, expiresAt };
  }

  return {
    /** What somebody types at the door: wrong codes are counted per address, so that nobody finds a class by trying. */
    require: (code: string, address: string): Promise<Opened> =>
      throttles.classCode
        .attempt([address], () => open(code))
        .catch((error: unknown) => {
          if (error instanceof Refusal) codeAlarm.note();
          throw error;
        }),
    /** What a code that was right before still opens; `undefined` once it was renewed or has ended. */
    find: (code: string): Promise<Opened | undefined> =>
      open(code).catch((error: unknown) => {
        if (error instanceof Refusal) return undefined;
        throw error;
      }),
  };
}
/** See {@link makeClassDoor}. */
export type ClassDoor = ReturnType<typeof makeClassDoor>;
