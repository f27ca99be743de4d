import type { Device } from "../../schemas/account.ts";
import type { Say } from "../i18n/words.ts";

// Names of makers, the same in every language.
const browsers = {
  firefox: "Firefox",
  chrome: "Chrome",
  edge: "Edge",
  safari: "Safari",
  opera: "Opera",
  samsung: "Samsung Internet",
} as const satisfies Record<Exclude<Device["browser"], "other">, string>;
const systems = {
  windows: "Windows",
  macos: "macOS",
  linux: "Linux",
  android: "Android",
  ios: "iOS",
  chromeos: "ChromeOS",
} as const satisfies Record<Exclude<Device["system"], "other">, string>;

/** A device as people call it: « Firefox sous Linux ». */
export function deviceWords(t: Say, { browser, system }: Device): string {
  const name = browser === "other" ? t("account.someBrowser") : browsers[browser];
  return system === "other" ? name : t("account.device", { browser: name, system: systems[system] });
}
