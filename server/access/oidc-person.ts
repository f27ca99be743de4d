import { Email, Title, type StaffRole } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import type { OidcClaims } from "./oidc-provider.ts";
import type { OidcSettings } from "./oidc-settings.ts";

/** A person of a provider, as far as the station believes it. */
export type OidcPerson = {
  subject: string;
  /** As the provider wrote it; `isEmailVerified` tells whether it stands for it. */
  email: string | undefined;
  isEmailVerified: boolean;
  displayName: string | undefined;
  role: StaffRole;
  /** Names of schools; `undefined` when the provider is not asked. */
  schools: readonly string[] | undefined;
};

const wordsIn = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((word): word is string => typeof word === "string");

function roleIn(claims: OidcClaims, { roleClaim, roles }: OidcSettings): StaffRole {
  if (roleClaim === undefined) return "teacher";
  const found = wordsIn(claims[roleClaim]).flatMap((word) => (Object.hasOwn(roles, word) ? [roles[word]!] : []));
  if (found.length === 0) throw new Refusal("oidc.unknown_role");
  return found.includes("admin") ? "admin" : "teacher";
}

/** Reads what a provider said. Whoever has no role that the configuration knows (a pupil, a parent) is refused here. */
export function personIn(claims: OidcClaims, settings: OidcSettings): OidcPerson {
  const { schoolClaim, schools } = settings;
  const named = () =>
    wordsIn(claims[schoolClaim!]).flatMap((word) => (Object.hasOwn(schools, word) ? [schools[word]!] : []));
  return {
    subject: claims.sub,
    email: Email.safeParse(claims.email).data,
    isEmailVerified: claims.email_verified === true,
    displayName: Title.safeParse(claims.name).data,
    role: roleIn(claims, settings),
    schools: schoolClaim === undefined ? undefined : named(),
  };
}
