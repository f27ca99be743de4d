import { createResource } from "solid-js";
import type { Airtime } from "../../schemas/airtime.ts";
import type { ShowId } from "../../schemas/ids.ts";
import type { RundownItem } from "../../schemas/rundown.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import type { EditedRundown } from "./create-rundown.ts";

/** Under ten seconds, or a tenth of what is planned, nothing is too long. */
const isOver = (seconds: number, planned: number) => seconds - planned >= Math.max(10, planned / 10);

/** How long a part's text takes, in words. */
export type AirtimeWords = { text: string; why: string; isOver: boolean };

/** How long the texts of a rundown are likely to take, asked anew when it was saved; nothing while the station cannot be asked. */
export function createAirtimes(showId: ShowId, rundown: EditedRundown) {
  const { t, formats } = useI18n();
  const said = () =>
    JSON.stringify(rundown.items().map(({ id, prompterText, speakers }) => [id, prompterText, speakers]));
  const [found] = createResource(
    () => (rundown.saving() === "saved" ? said() : undefined),
    () => api.shows.readAirtimes(showId).catch(() => undefined),
  );
  const known = () => new Map(found.latest?.items.map((each) => [each.itemId, each]));
  const level = () => {
    const grade = found.latest?.grade ?? null;
    return grade === null ? t("rundown.airtimeAdult") : t("rundown.airtimeGrade", { grade: grade.toUpperCase() });
  };
  const why = ({ pace }: Airtime) => {
    if (pace === "own") return t("rundown.airtimeOwn");
    return t(pace === "partly" ? "rundown.airtimePartly" : "rundown.airtimeUsual", { level: level() });
  };
  return {
    of: ({ id, plannedSeconds }: RundownItem): AirtimeWords | undefined => {
      const airtime = known().get(id);
      if (airtime === undefined) return undefined;
      const over = isOver(airtime.seconds, plannedSeconds);
      const time = formats().clock(airtime.seconds);
      return { text: t(over ? "rundown.airtimeOver" : "rundown.airtime", { time }), why: why(airtime), isOver: over };
    },
    /** The whole show: each text as long as it takes, what has none as long as it is planned. */
    total: (): { text: string; isOver: boolean } | undefined => {
      const times = known();
      if (times.size === 0) return undefined;
      const items = rundown.items();
      const planned = items.reduce((sum, { plannedSeconds }) => sum + plannedSeconds, 0);
      const likely = items.reduce((sum, { id, plannedSeconds }) => sum + (times.get(id)?.seconds ?? plannedSeconds), 0);
      const difference = likely - planned;
      const by = { time: formats().clock(Math.abs(difference)) };
      const over = isOver(likely, planned);
      const early = isOver(planned, likely) ? t("rundown.airtimeEarly", by) : t("rundown.airtimeFits");
      const whole = t("rundown.airtimeTotal", { time: formats().clock(likely) });
      return { text: `${whole}, ${over ? t("rundown.airtimeLate", by) : early}`, isOver: over };
    },
  };
}
/** See {@link createAirtimes}. */
export type RundownAirtimes = ReturnType<typeof createAirtimes>;
