import type { Licence } from "./licences.ts";

// Apart from the schema: listeners' pages have no room for zod.

/** One of Creative Commons: whoever holds to it may take, share and in part change the sound. */
export type FreeLicence = Exclude<Licence, "all-rights-reserved">;

/** Whether it lets anybody use something again. */
export const isFree = (licence: Licence): licence is FreeLicence => licence !== "all-rights-reserved";

/** How a licence is named in every language: `CC BY-NC 4.0`. */
export const licenceName = (licence: FreeLicence): string =>
  licence
    .toUpperCase()
    .replace(/^CC-/, "CC ")
    .replace(/-(?=\d)/, " ");

/** Where what it says stands to be read. */
export const licenceUrl = (licence: FreeLicence): string => {
  const [, terms = "", version = ""] = /^cc-?(.*)-(\d\.\d)$/.exec(licence) ?? [];
  const place = licence.startsWith("cc0") ? "publicdomain/zero" : `licenses/${terms}`;
  return `https://creativecommons.org/${place}/${version}/`;
};
