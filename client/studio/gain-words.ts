import type { Say } from "../i18n/words.ts";
import { lowestGainDb } from "./gain-curve.ts";

/** A number as the language writes it, with the minus sign U+2212. */
export function signed(value: number, language: string, digits = 0): string {
  const text = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "negative",
  });
  return text.format(value).replace("-", "−");
}

/** A fader's gain: "moins 6 décibels" for ears, "−6 dB" for eyes. */
export function gainInWords(gainDb: number, language: string, t: Say, form: "spoken" | "short" = "spoken"): string {
  if (gainDb <= lowestGainDb) return t("studio.faderOff");
  const tenths = Math.round(gainDb * 10) / 10;
  const digits = Number.isInteger(tenths) ? 0 : 1;
  if (form === "short") return `${tenths > 0 ? "+" : ""}${signed(tenths, language, digits)} dB`;
  const count = signed(Math.abs(tenths), language, digits);
  return t(tenths < 0 ? "studio.minusDecibels" : "studio.decibels", { count });
}
