import { html } from "hono/html";

const inParis = (parts: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("fr-FR", { ...parts, timeZone: "Europe/Paris" });
  return (instant: string) => format.format(new Date(instant));
};

/** A day with its hour, as a French page says it. */
export const day = inParis({ dateStyle: "long", timeStyle: "short" });
/** A time of the day, to the second. */
export const time = inParis({ timeStyle: "medium" });

/** A sound of the archive, to listen to and to open. */
export const plays = (file: string) =>
  html`<audio controls preload="none" src="${file}"></audio> <a href="${file}">${file}</a>`;

/** A French page whose signs of two parts stay on the line of their word. */
export const withFrenchSpaces = (page: string): string => page.replaceAll(/ (?=[:;!?»])|(?<=«) /g, "\u00a0");
