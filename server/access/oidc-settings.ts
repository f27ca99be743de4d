import { z } from "zod";
import { StaffRole, Title } from "../../schemas/people.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Sign-in by the word of somebody on the network would be nobody's: plain HTTP is for this machine only. */
const isSafe = (issuer: string) => {
  const { protocol, hostname } = new URL(issuer);
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
};

/** One identity provider, as `OIDC_PROVIDERS` names it: a school's ENT, an académie. docs/sign-in.md explains each field. */
export const OidcSettings = z
  .strictObject({
    /** The word in addresses. */
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    /** What the key at the staff's door says. */
    name: Title,
    issuer: z.url().refine(isSafe, "must begin with https:// (http:// on this machine only)"),
    clientId: z.string().min(1),
    /** A file with the secret alone; without one the station is a public client. */
    clientSecretFile: z.string().optional(),
    scope: z.string().default("openid profile email"),
    /** Whether an e-mail that the provider calls verified is enough to find an account. */
    linksByEmail: z.boolean().default(false),
    /** Whether the provider asks everybody for a second step itself; otherwise the station asks those who have one here. */
    asksSecondStep: z.boolean().default(false),
    /** What happens to a person whom no account is tied to. */
    unknown: z.enum(["refused", "created"]).default("refused"),
    /** Claim with one or several words that `roles` knows; whoever has none of them stays outside. Without it everybody is a teacher. */
    roleClaim: z.string().optional(),
    roles: z.record(z.string(), StaffRole).default({}),
    /** Claim with one or several words that `schools` turns into the name of a school of this station. */
    schoolClaim: z.string().optional(),
    schools: z.record(z.string(), Title).default({}),
  })
  // Pupils and parents stand in the same ENT.
  .refine(({ unknown, roleClaim }) => unknown === "refused" || roleClaim !== undefined, {
    path: ["unknown"],
    message: '"created" wants a roleClaim, which tells teachers from pupils and parents',
  });
/** See {@link OidcSettings}. */
export type OidcSettings = z.infer<typeof OidcSettings>;

/** The content of the file that `OIDC_PROVIDERS` names. */
export const OidcSettingsFile = z
  .array(OidcSettings)
  .max(20)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "each provider wants an id of its own");
