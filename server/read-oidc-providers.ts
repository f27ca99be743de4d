import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { openOidcProvider, type OidcProvider } from "./access/oidc-provider.ts";
import { OidcSettingsFile } from "./access/oidc-settings.ts";

/** Opens the providers of the file that `OIDC_PROVIDERS` names; throws with a sentence for the person who starts the station. Secrets lie in files of their own. */
export async function readOidcProviders(path: string | undefined): Promise<OidcProvider[]> {
  if (path === undefined) return [];
  const content: unknown = JSON.parse(await readFile(path, "utf8"));
  const parsed = OidcSettingsFile.safeParse(content);
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return Promise.all(
    parsed.data.map(async (settings) => {
      const { clientSecretFile: file } = settings;
      const secret = file === undefined ? undefined : (await readFile(resolve(dirname(path), file), "utf8")).trim();
      return openOidcProvider(settings, secret);
    }),
  );
}
