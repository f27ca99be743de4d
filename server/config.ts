import { availableParallelism, networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { mailEnvironment, mailSettingsOf, type MailSettings } from "./mail/mail-settings.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");

/** The environment, documented where it is declared. What is empty counts as not set. */
const Environment = z.object({
  /** Where the pages are served; 0 takes a free port. `--port` wins. */
  PORT: port.default(8_000),
  /** Interface to listen on: this machine only, unless `--lan` or told. */
  HOST: z.string().optional(),
  /** One directory for everything that is kept: database, media, certificate. `--data` wins. */
  DATA_DIR: z.string().default("data"),
  /** Address of this station as people type it, when a proxy stands in front; makes cookies secure when it begins with https. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** 1 when a proxy of ours stands in front and writes X-Forwarded-For. */
  TRUST_PROXY: flag.default(false),
  /** Address that browsers reach this machine's media port by, announced in the ICE candidates. */
  ANNOUNCED_ADDRESS: z.string().optional(),
  /** First media port; each media worker takes one (UDP and TCP), counting up, below those (32768 and more) that Linux lends to outgoing connections. 0 takes free ones. */
  MEDIA_PORT: port.default(20_000),
  /** Media worker processes. */
  MEDIA_WORKERS: z.coerce.number().int().min(1).max(64).default(Math.min(4, availableParallelism())),
  /** Hours after which a show that nobody ends ends by itself. */
  LONGEST_SHOW_HOURS: z.coerce.number().min(0.5).max(24).default(4),
  /** An ffmpeg other than the one that comes along. */
  FFMPEG_BIN: z.string().optional(),
  /** Certificate and key in PEM, for HTTPS without a proxy; given together. */
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** Where the station backs itself up every day, best on another disk; empty for no daily backup. `npm run backup` needs no such setting. */
  BACKUP_DIR: z.string().optional(),
  /** A directory of this machine whose folders admins may import as podcasts; empty for none. */
  IMPORT_DIR: z.string().optional(),
  /** 1 when podcasts may also be fetched from addresses of the school's own network. */
  IMPORT_PRIVATE_ADDRESSES: flag.default(false),
  /** Hour of the daily backup, in Paris. A machine that is off at that hour makes it when it is on again. */
  BACKUP_HOUR: z.coerce.number().int().min(0).max(23).default(3),
  /** How many backups are kept; older ones are removed. */
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1_000).default(14),
  ...mailEnvironment,
  /** Address of a WebSub hub that is told whenever a public feed changed, and that feeds name to whoever wants to hear of it there; wants PUBLIC_URL. */
  WEBSUB_HUB: z.url({ protocol: /^https?$/ }).optional(),
  /** A JSON file with the identity providers that staff may come in by: docs/sign-in.md. */
  OIDC_PROVIDERS: z.string().optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** How this station runs, decided once at start. */
export type Config = Readonly<{
  port: number;
  host: string;
  /** Host that the printed address names, and that a self-signed certificate is for. */
  shownHost: string;
  isLan: boolean;
  dataDirectory: string;
  publicUrl: string | undefined;
  isProxied: boolean;
  media: { listenIp: string; announcedAddress: string; port: number; workers: number };
  longestShowMs: number;
  ffmpegPath: string | undefined;
  /** `undefined` when no letter is ever sent. */
  mail: MailSettings | undefined;
  tls: "none" | "selfSigned" | { certPath: string; keyPath: string };
  backup: { directory: string | undefined; hour: number; keep: number };
  imports: { directory: string | undefined; mayBePrivate: boolean };
  /** The hub of the public feeds, and the address that they are known by there. */
  hub: { address: string; origin: string } | undefined;
  oidcProvidersPath: string | undefined;
  logLevel: z.infer<typeof Environment>["LOG_LEVEL"];
}>;

/** The first address of this machine in its network, for tablets; 127.0.0.1 when it has none. */
function lanAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
}

function hubOf({ WEBSUB_HUB: address, PUBLIC_URL: origin }: z.infer<typeof Environment>): Config["hub"] {
  if (address === undefined) return undefined;
  // A hub keeps the address, and asks there.
  if (origin === undefined) throw new Error("WEBSUB_HUB wants PUBLIC_URL, the address that the feeds are known by");
  return { address, origin: origin.replace(/\/+$/, "") };
}

function tlsOf(env: z.infer<typeof Environment>, isLan: boolean): Config["tls"] {
  const { TLS_CERT: certPath, TLS_KEY: keyPath } = env;
  if ((certPath === undefined) !== (keyPath === undefined)) throw new Error("TLS_CERT and TLS_KEY are given together");
  if (certPath !== undefined && keyPath !== undefined) return { certPath, keyPath };
  return isLan && !env.PUBLIC_URL?.startsWith("https:") ? "selfSigned" : "none";
}

const options = { lan: { type: "boolean" }, port: { type: "string" }, data: { type: "string" } } as const;

function mediaOf(env: z.infer<typeof Environment>, isLan: boolean, address: string): Config["media"] {
  const isLocal = !isLan && env.ANNOUNCED_ADDRESS === undefined;
  const announcedAddress = env.ANNOUNCED_ADDRESS ?? address;
  const listenIp = isLocal ? "127.0.0.1" : "0.0.0.0";
  return { listenIp, announcedAddress, port: env.MEDIA_PORT, workers: env.MEDIA_WORKERS };
}

/** Reads flags (`--lan`, `--port`, `--data`) and environment; throws with a sentence for the person who starts the station. */
export function readConfig(environment: Record<string, string | undefined>, argv: readonly string[]): Config {
  const { values: flags } = parseArgs({ args: [...argv], options });
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse({ ...given, ...(flags.port !== undefined && { PORT: flags.port }) });
  if (!parsed.success) throw new Error(`configuration: ${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  const isLan = flags.lan ?? false;
  const address = isLan ? lanAddress() : "127.0.0.1";
  const mail = mailSettingsOf(env);
  // The links in letters would lead to the reader's own machine.
  if (mail !== undefined && !isLan && env.PUBLIC_URL === undefined)
    throw new Error("SMTP_HOST wants PUBLIC_URL (or --lan), the address that the links in letters lead to");
  return Object.freeze({
    port: env.PORT,
    host: env.HOST ?? (isLan ? "0.0.0.0" : "127.0.0.1"),
    shownHost: isLan ? (env.ANNOUNCED_ADDRESS ?? address) : "localhost",
    isLan,
    dataDirectory: resolve(flags.data ?? env.DATA_DIR),
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ""),
    isProxied: env.TRUST_PROXY,
    media: mediaOf(env, isLan, address),
    longestShowMs: env.LONGEST_SHOW_HOURS * 3_600_000,
    ffmpegPath: env.FFMPEG_BIN,
    mail,
    tls: tlsOf(env, isLan),
    backup: {
      directory: env.BACKUP_DIR === undefined ? undefined : resolve(env.BACKUP_DIR),
      hour: env.BACKUP_HOUR,
      keep: env.BACKUP_KEEP,
    },
    imports: {
      directory: env.IMPORT_DIR === undefined ? undefined : resolve(env.IMPORT_DIR),
      mayBePrivate: env.IMPORT_PRIVATE_ADDRESSES,
    },
    hub: hubOf(env),
    oidcProvidersPath: env.OIDC_PROVIDERS === undefined ? undefined : resolve(env.OIDC_PROVIDERS),
    logLevel: env.LOG_LEVEL,
  });
}
