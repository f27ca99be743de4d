import { z } from "zod";
import { PictureSecret } from "./pictures.ts";
import { AccountId, ClassroomId, FamilyId, PupilId, SchoolId } from "./ids.ts";

/** The twelve birds of the avatars. A bird and four digits make a class code; a bird and a voice colour make a pupil's avatar. */
export const Bird = z.enum([
  "merle",
  "mesange",
  "huppe",
  "hibou",
  "geai",
  "hirondelle",
  "martin",
  "colvert",
  "cigogne",
  "pic",
  "moineau",
  "macareux",
]);
/** See {@link Bird}. */
export type Bird = z.infer<typeof Bird>;

/** One of the eight voice colours (`--voix-1-…` to `--voix-8-…`); doubled by a bird, never the only cue. */
export const VoiceColour = z.int().min(1).max(8);

// Line ends and other control characters would end a line in a feed, a calendar or a sound file's tags; an override would turn the rest of a page around.
const offLine = /[\p{Cc}\u2028\u2029\u202d\u202e]+/gu;
const offText = /(?:[^\P{Cc}\n\r\t]|[\u2028\u2029\u202d\u202e])+/gu;

const anyLine = z
  .string()
  .overwrite((text) => text.replaceAll(offLine, " "))
  .trim();
/** Text on one line that a person typed, trimmed, which may be empty. */
export const lineOrNothing = (max: number) => anyLine.max(max);
/** Text on one line that a person typed, trimmed: 1 to `max` characters. */
export const line = (max: number) => anyLine.min(1).max(max);
/** Text of several lines as a person typed it, of any length. */
export const text = z.string().overwrite((typed) => typed.replaceAll(offText, ""));

/** Text on one line that a person typed: trimmed, 1 to 120 characters. */
export const Title = line(120);

/** Longest description, in characters. */
export const longestDescription = 2_000;

/** Text of several lines; a podcast description may hold 4,000 bytes (PSP-1), checked again where the feed is made. */
export const Description = text.trim().max(longestDescription);

/**
 * A first name or pseudonym of at most 24 letters, without a space: no surname is stored of a pupil. Where two of a class are called alike, an initial may
 * tell them apart, as `Emma B.`.
 */
export const FirstName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{M}][\p{L}\p{M}’'-]{0,23}(?: \p{Lu}\p{Ll}{0,2}\.)?$/u);

/** Length 10 or more: NIST SP 800-63B asks for length, not for classes of characters. */
export const Password = z.string().min(10).max(200);

/** Six digits of an app, or a recovery code, as somebody types it. */
export const StepCode = z.string().trim().min(6).max(40);

/** What a person signs in with, compared without case. */
export const Email = z.email().max(254).toLowerCase();

/** What a child types: a bird and four digits, as `MERLE 4827`. Case, accents and spaces are forgiven and brought to that form. */
export const ClassCode = z
  .string()
  .max(40)
  .transform((typed) =>
    typed
      .normalize("NFD")
      .replace(/[^\p{L}\d]/gu, "")
      .toUpperCase()
      .replace(/^([A-Z]+)(\d+)$/, "$1 $2"),
  )
  .pipe(z.string().regex(/^[A-Z]{3,12} \d{4}$/));

/** Tenant: owns classrooms, staff, retention policy. */
export const School = z.strictObject({ id: SchoolId, name: Title, city: Title });
/** See {@link School}. */
export type School = z.infer<typeof School>;

/** `admin` can do what a teacher of any classroom of the school can, and create classrooms and staff. */
export const StaffRole = z.enum(["teacher", "admin"]);
/** See {@link StaffRole}. */
export type StaffRole = z.infer<typeof StaffRole>;

/** What an account may do: as one of a school's staff, or as a `region` admin, who keeps the schools and sees nothing of what is in them. */
export const AccountRole = z.enum([...StaffRole.options, "region"]);
/** See {@link AccountRole}. */
export type AccountRole = z.infer<typeof AccountRole>;

/** A member of staff. `displayName` is how pupils call them ("Mme Lefort"). */
export const Account = z.strictObject({
  id: AccountId,
  schoolId: SchoolId,
  email: Email,
  displayName: Title,
  role: AccountRole,
});
/** See {@link Account}. */
export type Account = z.infer<typeof Account>;

/** Most pupils of one classroom. */
export const largestClassroom = 60;

/** A pupil as their class sees them. */
export const Pupil = z.strictObject({
  id: PupilId,
  classroomId: ClassroomId,
  firstName: FirstName,
  bird: Bird,
  colour: VoiceColour,
});
/** See {@link Pupil}. */
export type Pupil = z.infer<typeof Pupil>;

/** A class of one school year, with the code its pupils enter by. The code is told to its staff only; pupils read it empty. */
export const Classroom = z.strictObject({
  id: ClassroomId,
  schoolId: SchoolId,
  name: Title,
  schoolYear: z.string().regex(/^\d{4}-\d{4}$/),
  code: z.string(),
  codeExpiresAt: z.iso.datetime(),
});
/** See {@link Classroom}. */
export type Classroom = z.infer<typeof Classroom>;

/** Who holds the session of this browser. */
export const Session = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("staff"), account: Account, school: School }),
  z.strictObject({
    kind: z.literal("pupil"),
    pupil: Pupil,
    classroom: Classroom.pick({ id: true, name: true }),
    school: School,
  }),
  z.strictObject({ kind: z.literal("family"), familyId: FamilyId, school: School }),
]);
/** See {@link Session}. */
export type Session = z.infer<typeof Session>;

/** Body of `POST /api/sessions`. */
export const Credentials = z.strictObject({
  email: Email,
  password: z.string().min(1).max(200),
  code: StepCode.optional(),
});

/** Body of `POST /api/pupil-sessions`: the class code again, so that a pupil id alone opens nothing; and the three pictures of a pupil who has some. */
export const PupilEntry = z.strictObject({ code: ClassCode, pupilId: PupilId, pictures: PictureSecret.optional() });

/** Wrong class codes that came one after the other: how many, the first and the last. */
export const CodeGuesses = z.strictObject({ tries: z.int().positive(), from: z.iso.datetime(), to: z.iso.datetime() });
/** See {@link CodeGuesses}. */
export type CodeGuesses = z.infer<typeof CodeGuesses>;

/** Body of `POST /api/setup`: the first school, teacher, classroom and channel in one short page. */
export const Setup = z.strictObject({
  token: z.string().min(1).max(100),
  schoolName: Title,
  city: Title,
  displayName: Title,
  email: Email,
  password: Password,
  classroomName: Title,
  channelTitle: Title,
});
/** See {@link Setup}. */
export type Setup = z.infer<typeof Setup>;

/** Body of `POST /api/classrooms/:id/pupils`. */
export const NewPupil = Pupil.pick({ firstName: true, bird: true, colour: true });
/** See {@link NewPupil}. */
export type NewPupil = z.infer<typeof NewPupil>;

/** Body of `POST /api/classrooms`. */
export const NewClassroom = Classroom.pick({ name: true, schoolYear: true });
/** See {@link NewClassroom}. */
export type NewClassroom = z.infer<typeof NewClassroom>;

/** Body of `PATCH /api/classrooms/:id`. */
export const ClassroomChange = NewClassroom.partial();
/** See {@link ClassroomChange}. */
export type ClassroomChange = z.infer<typeof ClassroomChange>;

/** Body of `PATCH /api/pupils/:id`. */
export const PupilChange = NewPupil.partial();
/** See {@link PupilChange}. */
export type PupilChange = z.infer<typeof PupilChange>;
