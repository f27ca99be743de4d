import { mkdir, readFile, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import { X509Certificate } from "node:crypto";
import { generate } from "selfsigned";
import type { Config } from "../config.ts";

/** A certificate and its key, in PEM. */
export type Certificate = { cert: string; key: string };

const dayMs = 86_400_000;
// Apple's devices refuse a certificate for a server that lasts longer than 825 days.
const lifetimeMs = 800 * dayMs;

async function selfSign(host: string): Promise<Certificate> {
  const own = isIP(host) === 0 ? { type: 2 as const, value: host } : { type: 7 as const, ip: host };
  const altNames = [own, { type: 2 as const, value: "localhost" }, { type: 7 as const, ip: "127.0.0.1" }];
  const made = await generate([{ name: "commonName", value: host }], {
    keyType: "ec",
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + lifetimeMs),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames },
    ],
  });
  return { cert: made.cert, key: made.private };
}

/** A kept certificate serves on while it names this host and lasts another month, so that tablets that trusted it need not again. */
function isStillGood(cert: string, host: string): boolean {
  const kept = new X509Certificate(cert);
  const isNamed = (isIP(host) === 0 ? kept.checkHost(host) : kept.checkIP(host)) !== undefined;
  return isNamed && Date.parse(kept.validTo) > Date.now() + 30 * dayMs;
}

async function readSelfSigned(directory: string, host: string): Promise<Certificate> {
  const paths = { cert: join(directory, "self-signed.crt"), key: join(directory, "self-signed.key") };
  const kept = await Promise.all([readFile(paths.cert, "utf8"), readFile(paths.key, "utf8")]).catch(() => undefined);
  if (kept && isStillGood(kept[0], host)) return { cert: kept[0], key: kept[1] };
  const made = await selfSign(host);
  await mkdir(directory, { recursive: true });
  await writeFile(paths.key, made.key, { mode: 0o600 });
  await writeFile(paths.cert, made.cert);
  return made;
}

/** The certificate that the configuration names, or the station's own, kept in its data directory; none without TLS. */
export async function readCertificate(config: Config): Promise<Certificate | undefined> {
  if (config.tls === "none") return undefined;
  if (config.tls === "selfSigned") return readSelfSigned(join(config.dataDirectory, "tls"), config.shownHost);
  const [cert, key] = await Promise.all([readFile(config.tls.certPath, "utf8"), readFile(config.tls.keyPath, "utf8")]);
  return { cert, key };
}
