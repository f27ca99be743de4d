import type { Tally } from "../../schemas/listenings.ts";
import type { Say } from "../i18n/words.ts";

/** A number of listenings in words; `listeners` when it counts people, who have another gender. */
export function tallyWords(t: Say, tally: Tally, of: "listenings" | "listeners" = "listenings"): string {
  if (tally === 0) return t(of === "listeners" ? "listeners.zeroListeners" : "listeners.zero");
  if (tally === "few") return t(of === "listeners" ? "listeners.fewListeners" : "listeners.few");
  return t("listeners.about", { count: tally });
}
