import { z } from "zod";
import { SecondStepCode } from "../../schemas/account.ts";
import { BackupState } from "../../schemas/backups.ts";
import { LostLetter } from "../../schemas/lost-letters.ts";
import { NewOidcFlow, OidcFlow, OwnIdentity, SignInProvider } from "../../schemas/oidc.ts";
import { Session } from "../../schemas/people.ts";
import {
  LostPassword,
  NewInvitation,
  SignInWays,
  StaffAcceptance,
  StaffChange,
  StaffLink,
  StaffLinkToken,
  StaffMember,
  StaffWelcome,
} from "../../schemas/staff.ts";

/** The routes by which staff are invited and come in, and what admins are told of the machine. */
export const restStaff = {
  "GET /api/oidc": { does: "The identity providers that staff may come in by.", answers: z.array(SignInProvider) },
  "POST /api/oidc/:provider/flows": {
    does: "Begins a sign-in at a provider, or ties one to the account that is signed in. The browser goes to the address that is answered.",
    body: NewOidcFlow,
    answers: OidcFlow,
  },
  "GET /api/oidc/:provider/callback": {
    does: "Where the provider sends the browser back to, with the answer in the address; signs in.",
    answers:
      "303, to the page that was asked for, or home (to one's own account where it was to be tied) with the refusal",
  },
  "POST /api/oidc-sessions": {
    does: "Signs in whoever comes from a provider that asks for no second step, with their own.",
    body: SecondStepCode,
    answers: Session,
  },
  "GET /api/account/identities": {
    does: "The providers, and which of them the account is tied to.",
    answers: z.array(OwnIdentity),
  },
  "DELETE /api/account/identities/:provider": {
    does: "Unties a provider from the account.",
    answers: "204, nothing",
  },
  "GET /api/backup": { does: "How the station's own daily backup does.", answers: BackupState },
  "GET /api/staff-letters/lost": {
    does: "The last letter of the school that did not arrive, for thirty days, or until one to the same address does.",
    answers: z.strictObject({ letter: LostLetter.nullable() }),
  },
  "DELETE /api/staff-letters/lost": { does: "An admin has seen to it." },
  "GET /api/staff": { does: "The school's staff by name, with their classes.", answers: z.array(StaffMember) },
  "POST /api/staff-invitations": {
    does: "Makes a link by which somebody joins the staff: used once, within seven days.",
    body: NewInvitation,
    answers: StaffLink,
  },
  "PATCH /api/staff/:id": {
    does: "Changes a colleague's role and classes, or shuts their account (their sessions end) and opens it again.",
    body: StaffChange,
    answers: StaffMember,
  },
  "POST /api/staff/:id/password-links": {
    does: "Makes a link for a lost password: used once, within a day.",
    answers: StaffLink,
  },
  "GET /api/sign-in-ways": { does: "What the staff's door offers besides e-mail and password.", answers: SignInWays },
  "POST /api/password-requests": {
    does: "Sends a link for a lost password, if somebody has this e-mail; answers the same if nobody has.",
    body: LostPassword,
  },
  "POST /api/staff-links/read": { does: "Whom a link is for.", body: StaffLinkToken, answers: StaffWelcome },
  "POST /api/staff-links/accept": {
    does: "Makes the invited account, or sets the new password and ends its other sessions; signs in.",
    body: StaffAcceptance,
    answers: Session,
  },
};
