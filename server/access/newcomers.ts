import { NewcomerId, type ClassroomId, type PupilId } from "../../schemas/ids.ts";
import { Newcomer } from "../../schemas/newcomers.ts";
import type { Classroom, NewPupil } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import { newId } from "../store/new-id.ts";
import type { ClassDoor } from "./class-door.ts";
import { hashToken, newToken } from "./session-token.ts";

/** So many of one class wait at once: a whole class on its first day. */
const mostOfClass = 30;
/** So many behind one address: a school with another class at the door. */
const mostOfAddress = 45;

type Parts = {
  classDoor: Pick<ClassDoor, "find">;
  clock: () => number;
  /** Somebody of this class came, went, or was answered. */
  onChanged: (classroomId: ClassroomId) => void;
};

type AtTheDoor = { code: string; tokenHash: string; classroom: Pick<Classroom, "id" | "name"> };
type Waiting = AtTheDoor & { newcomer: Newcomer; address: string; isBeingAnswered: boolean };
type LetIn = AtTheDoor & { pupilId: PupilId };
type Asked = { code: string; classroom: Pick<Classroom, "id" | "name">; wish: NewPupil; address: string };

/**
 * Children at the pupils' door who are not in the list, until their teacher answers, they go, or their code ends. Kept in memory only: of whoever is refused
 * nothing was ever written, and a restart forgets all of them.
 */
export function makeNewcomers({ classDoor, clock, onChanged }: Parts) {
  const waiting = new Map<NewcomerId, Waiting>();
  const letIn = new Map<string, LetIn>();

  /** Forgets those whose code opens nothing any more. */
  async function sweep() {
    const all = [...waiting.values(), ...letIn.values()];
    const open = new Map<string, ClassroomId | undefined>();
    for (const code of new Set(all.map((each) => each.code)))
      open.set(code, (await classDoor.find(code))?.classroom.id);
    const isOver = ({ code, classroom }: AtTheDoor) => open.has(code) && open.get(code) !== classroom.id;
    for (const [id, each] of waiting) if (isOver(each)) waiting.delete(id);
    for (const [hash, each] of letIn) if (isOver(each)) letIn.delete(hash);
  }

  const findWaiting = (token: string | undefined) =>
    [...waiting.values()].find(({ tokenHash }) => tokenHash === hashToken(token ?? ""));

  async function requireWaiting(classroomId: ClassroomId, id: string): Promise<Waiting> {
    await sweep();
    const found = [...waiting.values()].find(({ newcomer }) => newcomer.id === id);
    // Whoever is being answered by a colleague is no longer there to be answered.
    if (found?.classroom.id !== classroomId || found.isBeingAnswered) throw new Refusal("newcomer.not_found");
    return found;
  }

  function forget({ newcomer, classroom }: Waiting) {
    waiting.delete(newcomer.id);
    onChanged(classroom.id);
  }

  function requireRoom({ classroom, address }: Asked) {
    const all = [...waiting.values()];
    const ofClass = all.filter((each) => each.classroom.id === classroom.id);
    const ofAddress = all.filter((each) => each.address === address);
    if (ofClass.length >= mostOfClass || ofAddress.length >= mostOfAddress) throw new Refusal("newcomer.too_many");
  }

  return {
    /** Gives the token that this browser alone has; whoever asks again from it waits once. `newcomer.too_many` when too many wait already. */
    ask: async (asked: Asked, former: string | undefined): Promise<string> => {
      await sweep();
      const before = findWaiting(former);
      if (before !== undefined) forget(before);
      requireRoom(asked);
      const { code, classroom, wish, address } = asked;
      const token = newToken();
      const newcomer = Newcomer.parse({ id: newId(NewcomerId), ...wish, askedAt: new Date(clock()).toISOString() });
      const door = { code, classroom, tokenHash: hashToken(token) };
      waiting.set(newcomer.id, { ...door, newcomer, address, isBeingAnswered: false });
      onChanged(classroom.id);
      return token;
    },
    /** How the browser with this token stands. */
    stateOf: async (token: string | undefined): Promise<Waiting | "letIn" | "gone"> => {
      await sweep();
      return findWaiting(token) ?? (letIn.has(hashToken(token ?? "")) ? "letIn" : "gone");
    },
    /** Who waits for this class, in the order in which they came. */
    list: async (classroomId: ClassroomId): Promise<Newcomer[]> => {
      await sweep();
      const ofClass = [...waiting.values()].filter(({ classroom }) => classroom.id === classroomId);
      return ofClass.map(({ newcomer }) => newcomer);
    },
    /** Opens to one of them as the pupil that `admit` makes or names; two who answer at once let in once. */
    letIn: async (classroomId: ClassroomId, id: string, admit: (newcomer: Newcomer) => Promise<PupilId>) => {
      const found = await requireWaiting(classroomId, id);
      found.isBeingAnswered = true;
      try {
        const pupilId = await admit(found.newcomer);
        const { code, classroom, tokenHash } = found;
        letIn.set(tokenHash, { code, classroom, tokenHash, pupilId });
        forget(found);
        return pupilId;
      } finally {
        found.isBeingAnswered = false;
      }
    },
    refuse: async (classroomId: ClassroomId, id: string): Promise<void> =>
      forget(await requireWaiting(classroomId, id)),
    /** Goes away from the door by oneself. */
    leave: (token: string | undefined): void => {
      const found = findWaiting(token);
      if (found !== undefined) forget(found);
    },
    /** Walks through the door that was opened, once. */
    enter: async (token: string | undefined): Promise<LetIn> => {
      await sweep();
      const hash = hashToken(token ?? "");
      const found = letIn.get(hash);
      if (found === undefined) throw new Refusal("newcomer.not_found");
      letIn.delete(hash);
      return found;
    },
  };
}
/** See {@link makeNewcomers}. */
export type Newcomers = ReturnType<typeof makeNewcomers>;
