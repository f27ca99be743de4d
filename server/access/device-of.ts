import type { Device } from "../../schemas/account.ts";

// In this order: most browsers also name those they descend from.
const browsers: readonly (readonly [RegExp, Device["browser"]])[] = [
  [/Edg(e|A|iOS)?\//, "edge"],
  [/OPR\/|Opera/, "opera"],
  [/SamsungBrowser\//, "samsung"],
  [/Firefox\/|FxiOS\//, "firefox"],
  [/Chrome\/|Chromium\/|CriOS\//, "chrome"],
  [/Safari\//, "safari"],
];
const systems: readonly (readonly [RegExp, Device["system"]])[] = [
  [/Android/, "android"],
  [/iPhone|iPad|iPod/, "ios"],
  [/CrOS/, "chromeos"],
  [/Windows/, "windows"],
  [/Macintosh|Mac OS X/, "macos"],
  [/Linux|X11/, "linux"],
];

/** What a browser's `User-Agent` tells of the device: enough to know it again, and no more. */
export function deviceOf(userAgent = ""): Device {
  const firstIn = <Name>(list: readonly (readonly [RegExp, Name])[]) =>
    list.find(([sign]) => sign.test(userAgent))?.[1];
  return { browser: firstIn(browsers) ?? "other", system: firstIn(systems) ?? "other" };
}
