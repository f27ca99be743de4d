/** What somebody holds, as far as its browser tells: an iPhone or iPad, an Android, a Mac, any other computer. */
export type Device = "iphone" | "android" | "mac" | "computer";

/** A podcast app that opens a feed by its address. */
export type AppLink = {
  name: string;
  system: "onApple" | "onAndroid" | "anyPhone" | "onIphone" | "onComputer";
  /** Where it runs. */
  devices: readonly Device[];
  href: string;
};

/** Links that hand a feed to the apps that people have; each opens an app on this device and asks no other site. */
export function appLinks(feedUrl: string): AppLink[] {
  const bare = feedUrl.replace(/^https?:\/\//, "");
  return [
    { name: "Apple Podcasts", system: "onApple", devices: ["iphone", "mac"], href: `podcast://${bare}` },
    { name: "AntennaPod", system: "onAndroid", devices: ["android"], href: `antennapod-subscribe://${bare}` },
    { name: "Pocket Casts", system: "anyPhone", devices: ["iphone", "android"], href: `pktc://subscribe/${bare}` },
    {
      ...{ name: "Overcast", system: "onIphone", devices: ["iphone"] },
      href: `overcast://x-callback-url/add?url=${encodeURIComponent(feedUrl)}`,
    },
    { name: "Podcast Addict", system: "onAndroid", devices: ["android"], href: `podcastaddict://${bare}` },
    // It takes its own scheme off, and keeps the feed's.
    { name: "gPodder", system: "onComputer", devices: ["computer"], href: `gpodder:${feedUrl}` },
  ];
}

/** An iPad says that it is a Mac, which has no touch screen. */
export function deviceOf({ userAgent, maxTouchPoints }: Pick<Navigator, "userAgent" | "maxTouchPoints">): Device {
  if (/iPhone|iPad|iPod/.test(userAgent)) return "iphone";
  if (userAgent.includes("Android")) return "android";
  if (!userAgent.includes("Macintosh")) return "computer";
  return maxTouchPoints > 1 ? "iphone" : "mac";
}

/** Hands a channel's timetable to the calendar that the device has. */
export const calendarLinkOf = (origin: string, path: string) =>
  calendarUrlOf(origin, path).replace(/^https?:/, "webcal:");

/** Address of a channel's timetable on this station; `path` without its ending. */
export const calendarUrlOf = (origin: string, path: string) => `${origin}${path}.ics`;

/** Address of a channel's feed on this station; `path` without its ending. */
export const feedUrlOf = (origin: string, path: string) => `${origin}${path}.xml`;

/**
 * What a QR code leads a telephone to: the page with its apps, in the language that the code was shown in. The feed's path stands behind the `#`,
 * which browsers send to nobody.
 */
export const handOverUrlOf = (origin: string, path: string, language: string) =>
  `${origin}/abonnement?langue=${language}#${path}`;

/** A feed's path as it came behind the `#` of an address; undefined for anything else. */
export const feedPathIn = (hash: string): string | undefined =>
  /^#((?:\/prive\/[\w-]{22})?\/feeds\/[a-z0-9-]+)$/.exec(hash)?.[1];
