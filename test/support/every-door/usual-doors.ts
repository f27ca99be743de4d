import type { Door } from "./door.ts";
import { everybody, itsClass, itsListeners, itsTeachers } from "./rules.ts";

/** Whoever comes may come in. */
export const open: Door = { may: everybody };

/** What the teachers of the class may do to something of it. */
export const teachersOf = (about: Door["about"], body?: Door["body"]): Door => ({
  may: itsTeachers,
  about: about!,
  ...(body && { body }),
});

/** What the whole class may do to something of it. */
export const classOf = (about: Door["about"]): Door => ({ may: itsClass, about: about! });

/** What is heard: whoever may not hear it is told that it does not exist. */
export const heard = (about: "channel" | "episode", at: Door["at"] = {}): Door => ({
  may: itsListeners,
  about,
  at,
  hides: everybody,
  tries: 4,
});
