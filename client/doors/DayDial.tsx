import { A } from "@solidjs/router";
import { createMemo, createSignal, For, Index, onCleanup, Show } from "solid-js";
import type { PublicChannel } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { ChannelCover } from "../ui/Cover.tsx";
import { dialOf, placeEvents, type PlacedEvent } from "./day-dial.ts";
import { eventOf, type ChannelEvent } from "./channel-event.ts";

const midnightOf = (now: number) => new Date(now).setHours(0, 0, 0, 0);
/** From here on the dial counts the minutes. */
const soonMs = 3_600_000;
const ticksPerHour = 10;
const topOf = (tick: number) => (tick % ticksPerHour === 0 ? 0 : tick % 5 === 0 ? 6 : 11);

/** Ten marks an hour, longer at the half and at the hour. */
function drawTicks(hours: number): string {
  const marks = hours * ticksPerHour;
  return Array.from({ length: marks + 1 }, (_, tick) => `M${(tick * 1_000) / marks} ${topOf(tick)}V18`).join("");
}

/** The day as a radio dial: time is the frequency, the needle is now, each channel a station. */
export function DayDial(props: { pages: readonly PublicChannel[]; isLoading: boolean }) {
  const { t } = useI18n();
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 30_000);
  onCleanup(() => clearInterval(timer));
  const events = createMemo(() =>
    props.pages.map((page) => eventOf(page, now())).filter((event) => event !== undefined),
  );
  const dial = () => dialOf(events(), now(), midnightOf(now()));
  const placed = () => placeEvents(events(), dial());
  const rows = () => Math.max(1, ...placed().map((each) => each.row + 1));
  return (
    <section class="day" aria-labelledby="day-title">
      <h2 id="day-title">{t("doors.onAirToday")}</h2>
      <div class="stations" style={{ "--rows": String(rows()) }}>
        <For each={placed()}>{(each) => <Station placed={each} rows={rows()} now={now()} />}</For>
        <Show when={placed().length === 0 && !props.isLoading}>
          <p class="quiet">{t("doors.quietDay")}</p>
        </Show>
      </div>
      <div class="day-scale" aria-hidden="true">
        <svg viewBox="0 0 1000 18" preserveAspectRatio="none">
          <path d={drawTicks(dial().to - dial().from)} stroke="currentColor" vector-effect="non-scaling-stroke" />
        </svg>
        <Index each={Array.from({ length: dial().to - dial().from - 1 }, (_, step) => dial().from + step + 1)}>
          {(hour) => (
            <span style={{ "--x": `${((hour() - dial().from) / (dial().to - dial().from)) * 100}%` }}>
              {t("doors.hour", { hour: hour() })}
            </span>
          )}
        </Index>
        <i class="needle" style={{ "--x": `${dial().percentOf(now())}%` }} />
      </div>
    </section>
  );
}

function Station(props: { placed: PlacedEvent<ChannelEvent>; rows: number; now: number }) {
  const { t, formats } = useI18n();
  const event = () => props.placed.event;
  const instant = () => new Date(event().at).toISOString();
  const when = () => formats().time(instant());
  const said = () => {
    if (event().kind === "live") return t("doors.liveNow");
    if (event().kind === "past") return t("doors.againAt", { time: when() });
    if (event().at - props.now > soonMs) return t("doors.soonAt", { time: when() });
    return t("doors.soonIn", { time: when(), wait: formats().until(instant(), props.now) });
  };
  return (
    <A
      class="station"
      classList={{ live: event().kind === "live", "from-right": props.placed.isAnchoredRight }}
      style={{ "--x": `${props.placed.x}%`, "--row": String(props.placed.row), "--rows": String(props.rows) }}
      href={`/chaines/${event().slug}`}
    >
      <ChannelCover channel={event().channel} />
      <b>{event().channel.title}</b>
      <small>{said()}</small>
    </A>
  );
}
