import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import webPush from "web-push";
import { z } from "zod";

const PushKeys = z.strictObject({ publicKey: z.string(), privateKey: z.string() });
/** The station's keys towards push services (VAPID, RFC 8292): browsers take news from whoever has them only. */
export type PushKeys = z.infer<typeof PushKeys>;

/** Reads the keys, made at the first start, for the station's user only. Without them every subscription would have to be made anew. */
export async function readPushKeys(dataDirectory: string): Promise<PushKeys> {
  const path = join(dataDirectory, "push-keys.json");
  const made = JSON.stringify(webPush.generateVAPIDKeys());
  await writeFile(path, made, { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
  return PushKeys.parse(JSON.parse(await readFile(path, "utf8")));
}
