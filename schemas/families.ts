import { z } from "zod";
import { Channel } from "./channels.ts";
import { GivenBy, PupilConsent } from "./consent.ts";
import { Episode } from "./episodes.ts";
import { FamilyId, PupilId } from "./ids.ts";
import { Classroom, Pupil, School } from "./people.ts";
import { Show } from "./shows.ts";

/** Languages in which families are addressed, on paper and on their pages (BCP 47). */
export const FamilyLanguage = z.enum(["fr", "en", "ar", "uk", "pt", "tr", "es"]);
/** See {@link FamilyLanguage}. */
export type FamilyLanguage = z.infer<typeof FamilyLanguage>;

/** Four digits that a family is told apart from its link; nobody can read them again. */
export const Pin = z.string().regex(/^\d{4}$/);

/** What stands behind the `#` of a family's link: 128 random-looking bits, or the slip's code of eight signs as somebody typed it. */
const LinkToken = z.string().min(1).max(64);

/** A pupil of a family, with the class that names them. */
export const FamilyChild = Pupil.extend({ classroomName: Classroom.shape.name });
/** See {@link FamilyChild}. */
export type FamilyChild = z.infer<typeof FamilyChild>;

/** Whoever shares one private link: a household with its children, across classes of the school. No name of an adult is kept. */
export const Family = z.strictObject({
  id: FamilyId,
  language: FamilyLanguage,
  children: z.array(FamilyChild),
  /** Whether the link opens something; false once it was taken back. */
  hasLink: z.boolean(),
  /** When the link was made or renewed. */
  issuedAt: z.iso.datetime(),
  /** Whether the link asks for a PIN on a device that it was never opened on. */
  hasPin: z.boolean(),
});
/** See {@link Family}. */
export type Family = z.infer<typeof Family>;

/** Body of `POST /api/classrooms/:id/families`: one or more pupils of that class, brothers and sisters. */
export const NewFamily = z.strictObject({ language: FamilyLanguage, pupilIds: z.array(PupilId).min(1).max(12) });
/** See {@link NewFamily}. */
export type NewFamily = z.infer<typeof NewFamily>;

/** Body of `PATCH /api/families/:id`. */
export const FamilyChange = z.strictObject({ language: FamilyLanguage });

/** What a slip is printed from. The token stands behind the `#`, which browsers send to nobody, and in nothing else that the station answers. */
export const FamilyLink = z.strictObject({
  familyId: FamilyId,
  /** What the QR code carries. */
  url: z.url(),
  /** The same page, short enough to be typed; null for a link from before slips had codes. */
  typedUrl: z.url().nullable(),
});
/** See {@link FamilyLink}. */
export type FamilyLink = z.infer<typeof FamilyLink>;

/** Body of `POST /api/family-sessions`. */
export const FamilyEntry = z.strictObject({ token: LinkToken, pin: Pin.optional() });
/** See {@link FamilyEntry}. */
export type FamilyEntry = z.infer<typeof FamilyEntry>;

/** A channel as its families see it first: what it airs, and the newest episodes that are for them. */
export const FamilyChannel = z.strictObject({
  channel: Channel,
  classroomName: Classroom.shape.name,
  liveShow: Show.nullable(),
  nextShow: Show.nullable(),
  episodes: z.array(Episode),
});
/** See {@link FamilyChannel}. */
export type FamilyChannel = z.infer<typeof FamilyChannel>;

/** Answer of `GET /api/family`: the page that a family's link opens. */
export const FamilyHome = Family.pick({ language: true, children: true, hasPin: true }).extend({
  school: School.pick({ name: true, city: true }),
  channels: z.array(FamilyChannel),
});
/** See {@link FamilyHome}. */
export type FamilyHome = z.infer<typeof FamilyHome>;

/** How far the voice of a family's child goes today. Who answered is not told: there may be two households. */
export const FamilyVoice = PupilConsent.omit({ latest: true }).extend({
  /** The last day of the newest answer. */
  endsOn: z.iso.date().nullable(),
});
/** See {@link FamilyVoice}. */
export type FamilyVoice = z.infer<typeof FamilyVoice>;

/** Body of `POST /api/family/voices/:id`: who answers types their name and the PIN, which stand for the signature. It holds to the end of the school year. */
export const FamilyAnswer = z.strictObject({
  scope: PupilConsent.shape.scope,
  isNamed: z.boolean().default(false),
  givenBy: GivenBy,
  pin: Pin,
});
/** See {@link FamilyAnswer}. */
export type FamilyAnswer = z.input<typeof FamilyAnswer>;
