import { z } from "zod";
import { Email, School, Title } from "./people.ts";
import { Quota } from "./school-room.ts";

const keyLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** The ministry's code of a school: seven digits and the letter that follows from them (their remainder by 23), so that a digit typed wrong is seen. */
export const Uai = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^\d{7}[A-Z]$/)
  .refine((code) => keyLetters[Number(code.slice(0, 7)) % keyLetters.length] === code[7]);

/** Fewest persons that a figure is told of: less would be somebody in particular. */
export const fewestTold = 10;
const Persons = z.int().min(fewestTold).nullable();

/** A school of the station as a region's admins see it: what it is called, whether it is open, and figures; of persons only from {@link fewestTold} on, else `null`. */
export const RegionSchool = School.extend({
  uai: z.string().nullable(),
  isShut: z.boolean(),
  /** Whether somebody may come in who leads it. */
  hasAdmin: z.boolean(),
  quotaBytes: Quota,
  classrooms: z.int().min(0),
  pupils: Persons,
  staff: Persons,
  /** Pupils who are heard in what is published. */
  voices: Persons,
  episodes: z.int().min(0),
  /** How long the published episodes are together. */
  publishedSeconds: z.number().min(0),
});
/** See {@link RegionSchool}. */
export type RegionSchool = z.infer<typeof RegionSchool>;

/** Body of `POST /api/region/schools`. */
export const NewSchool = z.strictObject({ name: Title, city: Title, uai: Uai.optional() });
/** See {@link NewSchool}. */
export type NewSchool = z.infer<typeof NewSchool>;

/** Body of `PATCH /api/region/schools/:id`. A shut school's people stay outside and its radios are silent until it is opened again; nothing of it is lost. */
export const SchoolChange = z
  .strictObject({ name: Title, city: Title, quotaBytes: Quota, isShut: z.boolean() })
  .partial();
/** See {@link SchoolChange}. */
export type SchoolChange = z.infer<typeof SchoolChange>;

/** Body of `POST /api/region/schools/:id/invitations`: whoever is to lead the school. */
export const AdminInvitation = z.strictObject({ email: Email });

/** Most schools of one list: a whole region's. */
export const mostListed = 3_000;

/** Body of `POST /api/region/school-imports`: code, name and city of each school, each code once. */
export const SchoolImport = z.strictObject({
  schools: z
    .array(z.tuple([Uai, Title, Title]))
    .min(1)
    .max(mostListed)
    .refine((listed) => new Set(listed.map(([uai]) => uai)).size === listed.length),
});
/** See {@link SchoolImport}. */
export type SchoolImport = z.infer<typeof SchoolImport>;

/** What a list of schools makes: those that are new, those whose name or city is written otherwise now, and how many are there as they are. */
export const SchoolImportPlan = z.strictObject({
  added: z.array(z.strictObject({ uai: z.string(), name: Title, city: Title })),
  renamed: z.array(z.strictObject({ uai: z.string(), name: Title, city: Title, before: Title })),
  present: z.int().min(0),
});
/** See {@link SchoolImportPlan}. */
export type SchoolImportPlan = z.infer<typeof SchoolImportPlan>;
