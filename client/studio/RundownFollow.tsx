import { For, Show } from "solid-js";
import type { RundownLine } from "../../schemas/rundown.ts";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import type { Desk } from "./desk.ts";
import { createRundownClock } from "./create-rundown-clock.ts";
import { RundownNow } from "./RundownNow.tsx";
import { linesAhead } from "./rundown-time.ts";
import "./rundown-column.css";

/** The rundown for who follows it without moving it: what is on, and what comes. */
export function RundownFollow(props: { snapshot: StudioSnapshot; desk: Pick<Desk, "studio"> }) {
  const { t, formats } = useI18n();
  const state = () => props.snapshot.rundown;
  // eslint-disable-next-line solid/reactivity -- a studio stays with its page.
  const clock = createRundownClock(props.desk.studio.signalling.clock, state);
  const names = (line: RundownLine) =>
    props.snapshot.strips
      .filter(({ voice }) => line.speakers.includes(voice.kind === "pupil" ? voice.pupilId : "teacher"))
      .map(({ name }) => name)
      .join(", ");
  return (
    <section class="panel rundown-follow" aria-label={t("rundown.title")}>
      <RundownNow state={state()} time={clock()?.time} who={names} />
      <ol class="rundown-lines" aria-label={t("rundown.lines")}>
        <For each={linesAhead(state())}>
          {(line) => (
            <li>
              <div class="line">
                <span class="d">{formats().clock(line.plannedSeconds)}</span>
                <span class="t">{line.title}</span>
                <Show when={names(line)}>
                  <span class="q">{names(line)}</span>
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
