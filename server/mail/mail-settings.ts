import { readFileSync } from "node:fs";
import { z } from "zod";

/** The environment's part about e-mail; without SMTP_HOST no letter is ever sent. */
export const mailEnvironment = {
  /** Mail server that takes the station's letters (invitations, lost passwords). Without it admins hand links on. */
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  /** `starttls` (587), `tls` from the first byte (465), or `none` for a server on this machine. */
  SMTP_TLS: z.enum(["starttls", "tls", "none"]).default("starttls"),
  SMTP_USER: z.string().optional(),
  /** The password itself, or better the path of a file that holds nothing else. */
  SMTP_PASSWORD: z.string().optional(),
  SMTP_PASSWORD_FILE: z.string().optional(),
  /** Sender of the letters, as `Antenne <radio@ecole.fr>`. */
  MAIL_FROM: z.string().optional(),
};
type MailEnvironment = z.infer<z.ZodObject<typeof mailEnvironment>>;

/** How letters leave the station. */
export type MailSettings = Readonly<{
  host: string;
  port: number;
  tls: "starttls" | "tls" | "none";
  signIn: { user: string; password: string } | undefined;
  from: string;
}>;

/** Throws a sentence for whoever starts the station when something is missing, or the password's file cannot be read. */
export function mailSettingsOf(env: MailEnvironment): MailSettings | undefined {
  const { SMTP_HOST: host, SMTP_USER: user, SMTP_PASSWORD_FILE: path, MAIL_FROM: from } = env;
  if (host === undefined) return undefined;
  if (from === undefined) throw new Error("SMTP_HOST wants MAIL_FROM, the sender of the letters");
  const password = path === undefined ? env.SMTP_PASSWORD : readFileSync(path, "utf8").trim();
  if ((user === undefined) !== (password === undefined))
    throw new Error("SMTP_USER and its password are given together");
  const signIn = user === undefined || password === undefined ? undefined : { user, password };
  return { host, port: env.SMTP_PORT, tls: env.SMTP_TLS, signIn, from };
}
