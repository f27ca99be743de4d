import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import type { Classroom, Pupil } from "../../schemas/people.ts";
import type { SchoolYearChange } from "../../schemas/school-years.ts";

/** A class with its pupils, as it is before the year turns. */
export type Leaving = { classroom: Classroom; pupils: readonly Pupil[] };

/** What was chosen for a class: whether it goes on, its next name, where its pupils go, and who goes somewhere else. `""` is nowhere: they stay. */
export type ClassDraft = {
  fate: "kept" | "archived";
  name: string;
  to: string;
  apart: Partial<Record<PupilId, string>>;
};
/** Every class with what was chosen for it. */
export type YearDraft = {
  schoolYear: string;
  channels: SchoolYearChange["channels"];
  fresh: string[];
  classes: Record<ClassroomId, ClassDraft>;
};

/** `2026-2027` is followed by `2027-2028`. */
export const yearAfter = (schoolYear: string) => {
  const first = Number(schoolYear.slice(0, 4)) + 1;
  return `${first}-${first + 1}`;
};

/** As most schools begin: every class is archived, and nobody moves. */
export function beginYear(leaving: readonly Leaving[]): YearDraft {
  const years = leaving.map(({ classroom }) => classroom.schoolYear).sort();
  const classes = Object.fromEntries(
    leaving.map(({ classroom }) => [classroom.id, { fate: "archived", name: classroom.name, to: "", apart: {} }]),
  ) as Record<ClassroomId, ClassDraft>;
  return { schoolYear: yearAfter(years.at(-1) ?? ""), channels: "asTheyAre", fresh: [], classes };
}

/** The classes of the new year, by name: those that go on and those that are created. */
export const comingNames = ({ classes, fresh }: YearDraft): string[] => [
  ...Object.values(classes).flatMap(({ fate, name }) => (fate === "kept" && name.trim() !== "" ? [name.trim()] : [])),
  ...fresh,
];

/** What the station is asked to do. A place that is no class of the new year any more counts as staying. */
export function changeOf(draft: YearDraft, leaving: readonly Leaving[]): SchoolYearChange {
  const names = comingNames(draft);
  const moves = new Map<string, PupilId[]>();
  for (const { classroom, pupils } of leaving) {
    const { fate, name, to, apart } = draft.classes[classroom.id]!;
    for (const { id } of pupils) {
      const place = apart[id] ?? to;
      if (!names.includes(place) || (fate === "kept" && place === name.trim())) continue;
      moves.set(place, [...(moves.get(place) ?? []), id]);
    }
  }
  const classrooms = leaving.map(({ classroom: { id: classroomId } }) => {
    const { fate, name } = draft.classes[classroomId]!;
    return fate === "kept" ? { fate, classroomId, name: name.trim() } : { fate, classroomId };
  });
  const { schoolYear, channels } = draft;
  return { schoolYear, channels, classrooms, moves: [...moves].map(([to, pupilIds]) => ({ to, pupilIds })) };
}
