import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { MailSettings } from "../../server/mail/mail-settings.ts";

/** A letter as it came in. */
export type ReceivedLetter = { to: string; source: string; text: string; html: string };

const bytesOf = (encoded: string, encoding: string | undefined) =>
  encoding === "base64"
    ? Buffer.from(encoded, "base64")
    : Buffer.from(
        encoded
          .replaceAll("=\r\n", "")
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`))),
        "latin1",
      );

function partOf(source: string, type: string): string {
  const part = source.split(/^--.*$/m).find((each) => each.includes(`Content-Type: ${type}`)) ?? "";
  const [head = "", ...body] = part.trimStart().split("\r\n\r\n");
  const encoding = /Content-Transfer-Encoding: (\S+)/.exec(head)?.[1];
  return bytesOf(body.join("\r\n\r\n"), encoding).toString("utf8");
}

/** A real mail server on this machine that keeps what it is given. It wants a password if one is told, and knows no address in `unknown`. */
export async function openMailServer({
  password,
  unknown = [],
}: { password?: string; unknown?: readonly string[] } = {}) {
  const letters: ReceivedLetter[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: password === undefined,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => done(auth.password === password ? null : new Error("no"), { user: "station" }),
    onRcptTo: ({ address }, _session, done) => {
      done(unknown.includes(address) ? Object.assign(new Error("nobody"), { responseCode: 550 }) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const source = Buffer.concat(chunks).toString("utf8");
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        letters.push({ to, source, text: partOf(source, "text/plain"), html: partOf(source, "text/html") });
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const signIn = password === undefined ? undefined : { user: "station", password };
  const settings: MailSettings = { host: "127.0.0.1", port, tls: "none", signIn, from: "Antenne <radio@ecole.test>" };
  return {
    settings,
    letters,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
