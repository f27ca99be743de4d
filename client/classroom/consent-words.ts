import type { ConsentScope, PupilConsent } from "../../schemas/consent.ts";
import type { I18n } from "../i18n/I18n.tsx";

/** The scopes from the narrowest to the widest, as a form offers them. */
export const scopes: readonly ConsentScope[] = ["none", "class", "family", "public"];

/** The groups that the class's list can be narrowed to; a group nobody is in is not offered. */
export const groups = ["everybody", "noAnswer", "classOnly", "nobody"] as const;
/** See {@link groups}. */
export type Group = (typeof groups)[number];

/** Whether a pupil's answer belongs to a group. */
export function isIn(group: Group, { scope, standing }: PupilConsent): boolean {
  if (group === "everybody") return true;
  if (group === "noAnswer") return standing !== "answered";
  return standing === "answered" && scope === (group === "classOnly" ? "class" : "none");
}

/** What is said of the newest answer: "Papier signé, 2 septembre", and until when. */
export function answerWords({ t, formats }: Pick<I18n, "t" | "formats">, { latest, standing }: PupilConsent): string {
  if (latest === null) return t("consent.noPaper");
  const day = (date: string) => formats().date(date);
  if (standing === "expired") return t("consent.over", { day: day(latest.endsOn) });
  if (latest.scope === "none") return t("consent.refusedOn", { day: day(latest.givenOn) });
  return t(latest.means === "familyLink" ? "consent.linkOn" : "consent.paperOn", {
    day: day(latest.givenOn),
    end: day(latest.endsOn),
  });
}
