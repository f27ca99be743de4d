import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { FamilyLanguage } from "../../schemas/families.ts";

/** The languages that a browser asks for, the dearest first. */
function acceptedIn(header: string): string[] {
  const parts = header.split(",").map((part) => {
    const [tag = "", ...more] = part.trim().split(";");
    const quality = Number(more.find((each) => each.trim().startsWith("q="))?.split("=")[1] ?? 1);
    return { tag: tag.slice(0, 2).toLowerCase(), quality: Number.isFinite(quality) ? quality : 0 };
  });
  return parts.toSorted((one, other) => other.quality - one.quality).map(({ tag }) => tag);
}

/** The language of a listener's page: the link's choice (`?lang=`), then what was chosen on this device, then the browser's, then French. */
export function wantedLanguage(c: Context): FamilyLanguage {
  const wanted = [
    c.req.query("lang"),
    getCookie(c, "antenne.language"),
    ...acceptedIn(c.req.header("accept-language") ?? ""),
  ];
  return wanted.map((word) => FamilyLanguage.safeParse(word).data).find((known) => known !== undefined) ?? "fr";
}
