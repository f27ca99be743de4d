import { createTransport } from "nodemailer";
import { Refusal } from "../errors.ts";
import type { Letter } from "./letters.ts";
import type { MailSettings } from "./mail-settings.ts";

/** A mail server that says nothing is given up, and asked again later. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/** Hands one letter to the mail server, over a connection of its own; aborted, it lets go at once. */
export type Postman = (letter: Letter, signal: AbortSignal) => Promise<void>;

// The server knows the address and wants no letter for it: no other try will change that.
const isRefused = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  error.code === "EENVELOPE" &&
  "responseCode" in error &&
  Number(error.responseCode) >= 500;

/** Throws `mail.refused` for an address that the server refuses for good, and what nodemailer throws for anything else. */
export function makePostman({ host, port, tls, signIn, from }: MailSettings): Postman {
  const auth = signIn && { user: signIn.user, pass: signIn.password };
  const options = { host, port, secure: tls === "tls", requireTLS: tls === "starttls", ignoreTLS: tls === "none" };
  return async (letter, signal) => {
    const transport = createTransport({ ...patience, ...options, ...(auth && { auth }) });
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    const stop = () => {
      transport.close();
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", stop, { once: true });
    try {
      // RFC 3834: no answering machine is to answer.
      const headers = { "Auto-Submitted": "auto-generated", ...letter.headers };
      await Promise.race([transport.sendMail({ ...letter, from, headers }), stopped]);
    } catch (error) {
      throw isRefused(error) ? new Refusal("mail.refused", { cause: error }) : error;
    } finally {
      signal.removeEventListener("abort", stop);
      transport.close();
    }
  };
}
