import { createContext, useContext } from "solid-js";
import type { ClassroomId } from "../schemas/ids.ts";
import type { Account, Classroom, School } from "../schemas/people.ts";

/** Who is at the teacher's pages, and which of their classes is chosen on this device. */
export type Staff = {
  account: Account;
  school: School;
  classrooms: () => readonly Classroom[];
  /** The chosen class; undefined for someone who has none yet. */
  classroom: () => Classroom | undefined;
  /** After they changed their own account. */
  rename: (account: Account) => void;
  /** After a class was created or changed. */
  refresh: () => void;
};

export const StaffContext = createContext<Staff>();

/** The member of staff of this page. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === undefined) throw new Error("useStaff is called outside StaffArea.");
  return staff;
}

/** What a link takes along that leads to another class; a page with unsaved words asks before it. */
export type ToClass = { classroomId?: ClassroomId };
/** See {@link ToClass}. */
export const toClass = (classroomId: ClassroomId): ToClass => ({ classroomId });

const place = "antenne.classroom";

/** The class kept on this device, else the first of the list. */
export function chosenClassroom(classrooms: readonly Classroom[], kept: string | null): Classroom | undefined {
  return classrooms.find(({ id }) => id === kept) ?? classrooms[0];
}

export const readChosen = () => localStorage.getItem(place) as ClassroomId | null;
export const keepChosen = (id: ClassroomId) => localStorage.setItem(place, id);
