import { createMemo, For, Show } from "solid-js";
import type { TakeMeasures } from "../../schemas/takes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { melodyPath } from "./judge-figures.ts";

const [width, height] = [1_000, 120];
// A silence shorter than this has no room for its words.
const wordSeconds = 0.7;

/** One's own wave with its silences marked, and the melody drawn over it where it can be trusted. */
export function TakeTrace(props: { measures: TakeMeasures }) {
  const { t, formats } = useI18n();
  const figures = () => props.measures.figures;
  const share = (seconds: number) => `${(100 * seconds) / Math.max(0.1, props.measures.seconds)}%`;
  const melody = createMemo(() => {
    const known = figures();
    return known?.pitch == null ? "" : melodyPath(known.melody, known.pitch.medianHz, width, height);
  });
  return (
    <>
      <div class="trace" aria-hidden="true">
        <Wave peaks={props.measures.peaks} />
        <svg class="melody" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
          <path d={melody()} vector-effect="non-scaling-stroke" />
        </svg>
        <For each={figures()?.pauses ?? []}>
          {({ from, to }) => (
            <span class="silence" style={{ left: share(from), width: share(to - from) }}>
              <Show when={to - from >= wordSeconds}>
                <span>{formats().decimal(to - from)} s</span>
              </Show>
            </span>
          )}
        </For>
      </div>
      <Show when={figures()}>
        <p class="legend-line">
          <span>
            <i class="is-voice" />
            {t("training.yourVoice")}
          </span>
          <span>
            <i class="is-melody" />
            {t("training.yourMelody")}
          </span>
          <span>
            <i class="is-silence" />
            {t("training.yourPauses")}
          </span>
        </p>
      </Show>
    </>
  );
}

/** A wave of points between 0 and 1; what is loudest fills the height. */
export function Wave(props: { peaks: readonly number[] }) {
  const path = () => {
    const top = Math.max(0.05, ...props.peaks);
    return props.peaks
      .map((peak, index) => {
        const half = Math.max(1, (38 * peak) / top);
        return `M${index * 4 + 2} ${(40 - half).toFixed(1)}V${(40 + half).toFixed(1)}`;
      })
      .join("");
  };
  return (
    <svg class="wave" viewBox={`0 0 ${4 * props.peaks.length} 80`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path()} />
    </svg>
  );
}
