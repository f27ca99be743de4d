import { z } from "zod";
import { ClassroomId } from "./ids.ts";
import { Account, Email, Password, School, StaffRole, StepCode, Title } from "./people.ts";

/** A member of staff with the classes they belong to, as the school's admins see them. */
export const StaffMember = Account.extend({
  role: StaffRole,
  classroomIds: z.array(ClassroomId),
  /** Whether they may come in. */
  isActive: z.boolean(),
  /** Whether a code is asked of them after the password. */
  hasSecondStep: z.boolean(),
});
/** See {@link StaffMember}. */
export type StaffMember = z.infer<typeof StaffMember>;

/** Body of `PATCH /api/staff/:id`. */
export const StaffChange = z
  .strictObject({ role: StaffRole, classroomIds: z.array(ClassroomId).max(60), isActive: z.boolean() })
  .partial();
/** See {@link StaffChange}. */
export type StaffChange = z.infer<typeof StaffChange>;

/** Body of `POST /api/staff-invitations`. */
export const NewInvitation = z.strictObject({
  email: Email,
  role: StaffRole,
  classroomIds: z.array(ClassroomId).max(60),
});
/** See {@link NewInvitation}. */
export type NewInvitation = z.infer<typeof NewInvitation>;

/** A link that an admin hands on; its token stands behind the `#`, and is told this once. */
export const StaffLink = z.strictObject({
  url: z.url(),
  expiresAt: z.iso.datetime(),
  /** Whether a letter with another link is on its way to them too. */
  isMailed: z.boolean(),
});
/** See {@link StaffLink}. */
export type StaffLink = z.infer<typeof StaffLink>;

const Token = z.string().min(1).max(100);

/** Body of `POST /api/staff-links/read`. */
export const StaffLinkToken = z.strictObject({ token: Token });

/** Whom a link is for; without a name it is an invitation, whose guest chooses one. */
export const StaffWelcome = z.strictObject({
  email: Email,
  displayName: Title.nullable(),
  school: School.pick({ name: true, city: true }),
  /** May not make up a password. */
  knownNames: z.array(z.string()),
});
/** See {@link StaffWelcome}. */
export type StaffWelcome = z.infer<typeof StaffWelcome>;

/** Body of `POST /api/staff-links/accept`: an invitation wants a name and a password, a link for a lost password the password only. */
export const StaffAcceptance = z.strictObject({
  token: Token,
  displayName: Title.optional(),
  password: Password,
  code: StepCode.optional(),
});
/** See {@link StaffAcceptance}. */
export type StaffAcceptance = z.infer<typeof StaffAcceptance>;

/** Body of `POST /api/password-requests`. */
export const LostPassword = z.strictObject({ email: Email });

/** What the staff's door offers besides e-mail and password. */
export const SignInWays = z.strictObject({
  /** Whether the station can send a link for a lost password. */
  sendsMail: z.boolean(),
  /** The only address at which passkeys work; `null` where they cannot. */
  passkeyOrigin: z.url().nullable(),
});
/** See {@link SignInWays}. */
export type SignInWays = z.infer<typeof SignInWays>;
