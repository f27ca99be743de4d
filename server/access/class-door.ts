import type { Classroom } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { CodeAlarm } from "./code-alarm.ts";
import type { Throttles } from "./throttle.ts";

type Parts = {
  classrooms: Pick<Classrooms, "findByCode">;
  throttles: Pick<Throttles, "classCode">;
  codeAlarm: Pick<CodeAlarm, "note">;
  clock: () => number;
};

/** What a class code opens, and the instant (epoch milliseconds) from which it opens nothing. */
export type Opened = { classroom: Classroom; expiresAt: number };

/** The door that class codes open. */
export function makeClassDoor({ classrooms, throttles, codeAlarm, clock }: Parts) {
  async function open(code: string): Promise<Opened> {
    const classroom = await classrooms.findByCode(code);
    if (classroom === undefined) throw new Refusal("class_code.unknown");
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
