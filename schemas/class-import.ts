import { z } from "zod";
import { Classroom, FirstName, Title } from "./people.ts";

/** Letters of a surname, at most three, by which two equal first names of a class are told apart; kept only where they are needed. */
export const NameMark = z.string().regex(/^\p{L}{0,3}$/u);

/** A pupil of a school's list, with the line it stands on. */
export const ListedPupil = z.strictObject({ line: z.int().min(1), firstName: FirstName, mark: NameMark });
/** See {@link ListedPupil}. */
export type ListedPupil = z.infer<typeof ListedPupil>;

/** Body of `POST /api/class-imports`: the classes of a school's list. Surnames and dates of birth stay in the browser that read the file. */
export const ClassImport = z.strictObject({
  schoolYear: Classroom.shape.schoolYear,
  classrooms: z
    .array(z.strictObject({ name: Title, pupils: z.array(ListedPupil).max(200) }))
    .min(1)
    .max(150),
});
/** See {@link ClassImport}. */
export type ClassImport = z.infer<typeof ClassImport>;

/**
 * Why a line cannot be taken over: `alike` has a first name that others of its class have, and nothing that tells them apart; `unmarked` is alike to a pupil
 * who is in the class without an initial; `full` has no room in its class.
 */
export const ImportFault = z.strictObject({
  line: z.int().min(1),
  fault: z.enum(["alike", "unmarked", "full"]),
  firstName: z.string(),
  classroom: z.string(),
});
/** See {@link ImportFault}. */
export type ImportFault = z.infer<typeof ImportFault>;

/** What an import makes. With a fault it makes nothing. */
export const ClassImportPlan = z.strictObject({
  classrooms: z.array(
    z.strictObject({
      name: Title,
      isNew: z.boolean(),
      added: z.array(FirstName),
      /** How many of the list are in the class already. */
      present: z.int().min(0),
    }),
  ),
  faults: z.array(ImportFault),
});
/** See {@link ClassImportPlan}. */
export type ClassImportPlan = z.infer<typeof ClassImportPlan>;
