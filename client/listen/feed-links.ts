/** A podcast app that opens a feed by its address. */
export type AppLink = { name: string; system: "onApple" | "onAndroid" | "anyPhone"; href: string };

/** Links that hand a feed to the apps that people have; each opens an app on this device and asks no other site. */
export function appLinks(feedUrl: string): AppLink[] {
  const bare = feedUrl.replace(/^https?:\/\//, "");
  return [
    { name: "Apple Podcasts", system: "onApple", href: `podcast://${bare}` },
    { name: "AntennaPod", system: "onAndroid", href: `antennapod-subscribe://${bare}` },
    { name: "Pocket Casts", system: "anyPhone", href: `pktc://subscribe/${bare}` },
  ];
}

/** Hands a channel's timetable to the calendar that the device has. */
export const calendarLinkOf = (origin: string, path: string) =>
  calendarUrlOf(origin, path).replace(/^https?:/, "webcal:");

/** Address of a channel's timetable on this station; `path` without its ending. */
export const calendarUrlOf = (origin: string, path: string) => `${origin}${path}.ics`;

/** Address of a channel's feed on this station; `path` without its ending. */
export const feedUrlOf = (origin: string, path: string) => `${origin}${path}.xml`;
