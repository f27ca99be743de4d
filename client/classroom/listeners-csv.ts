import type { ClassListenings, Tally } from "../../schemas/listenings.ts";
import type { Say } from "../i18n/words.ts";
import { csvText } from "../ui/csv-text.ts";

const written = (tally: Tally): string | number => (tally === "few" ? "1–4" : tally);

/** What the page shows, as a CSV that a spreadsheet opens as it is; as round as on the page. A title that begins like a formula stays text. */
export function listenersCsv(t: Say, { weeks, episodes, shows }: ClassListenings): string {
  const head = ["csvWhat", "csvTitle", "csvDay", "csvAll", "csvPage", "csvApp"] as const;
  const rows = [
    ...weeks.flatMap(({ week, episodes: heard, live }) => [
      [t("listeners.csvWeek"), t("listeners.csvEpisode"), week, written(heard), "", ""],
      [t("listeners.csvWeek"), t("listeners.csvLive"), week, written(live), "", ""],
    ]),
    ...episodes.map(({ title, publishedAt, all, ways }) => {
      const by = ways === null ? ["", ""] : [written(ways.page), written(ways.app)];
      return [t("listeners.csvEpisode"), title, publishedAt?.slice(0, 10) ?? "", written(all), ...by];
    }),
    ...shows.map(({ title, startedAt, all }) => [
      t("listeners.csvLive"),
      title,
      startedAt.slice(0, 10),
      written(all),
      "",
      "",
    ]),
  ];
  const lines = [head.map((name) => t(`listeners.${name}`)), ...rows];
  return csvText(lines);
}
