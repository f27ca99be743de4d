import { Show } from "solid-js";
import type { RundownLine, RundownState } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { currentLine, linesAhead, type RundownTime } from "./rundown-time.ts";

type NowProps = { state: RundownState; time: RundownTime | undefined; who: (line: RundownLine) => string };

/** The part that is on, as a dark card: who speaks, how long is left, or by how much it is over. Before the first, what will begin. */
export function RundownNow(props: NowProps) {
  const { t, formats } = useI18n();
  const current = () => currentLine(props.state);
  const line = () => current()?.line ?? linesAhead(props.state)[0];
  const count = () => props.state.lines.length;
  const isOver = () => (props.time?.leftSeconds ?? 0) < 0;
  const share = () => {
    const planned = line()?.plannedSeconds ?? 1;
    return Math.min(1, (props.time?.elapsedSeconds ?? 0) / planned);
  };
  return (
    <div class="rundown-now" classList={{ over: isOver() }}>
      <p class="cap">
        <span>
          <Show when={current()} fallback={t("rundown.notBegun")}>
            {(now) => <>{t("rundown.now", { place: now().index + 1, count: count() })}</>}
          </Show>
        </span>
        <span>{t("rundown.planned", { time: formats().clock(line()?.plannedSeconds ?? 0) })}</span>
      </p>
      <h2>{line()?.title}</h2>
      <p class="who">{line() === undefined ? "" : props.who(line()!)}</p>
      <Show when={props.time}>
        {(time) => (
          <p class="left" role="timer">
            <b>
              {isOver() ? "+" : ""}
              {formats().clock(Math.abs(time().leftSeconds))}
            </b>
            <span>{t(isOver() ? "rundown.over" : "rundown.left")}</span>
          </p>
        )}
      </Show>
      <div class="advance" aria-hidden="true">
        <div class="dial" />
        <i style={{ "inset-inline-start": `${share() * 100}%` }} />
      </div>
      <p class="sr-only" role="status">
        <Show when={current()}>{(now) => <>{t("rundown.nowSaid", { title: now().line.title })}</>}</Show>
      </p>
    </div>
  );
}
