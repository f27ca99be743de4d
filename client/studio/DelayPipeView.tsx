import { createMemo, For, onMount, Show } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Delay } from "./create-delay.ts";
import type { Desk } from "./desk.ts";
import { drawPipe, makeLoudnessTrail } from "./pipe-wave.ts";

const marks = 6;

/** The delay as a pipe from the studio, on the right, to its listeners: programme as a wave, what was removed as a striped hole. */
export function DelayPipeView(props: { snapshot: StudioSnapshot; desk: Desk; delay: Delay }) {
  const { t, language } = useI18n();
  const total = createMemo(() => props.delay.pipe().parts.reduce((sum, { seconds }) => sum + seconds, 0));
  const scale = createMemo(() => Math.max(1, props.snapshot.air.delaySeconds, total()));
  // While it empties nothing comes in from the studio: what is left lies at the listeners' end.
  const gap = createMemo(() => (props.snapshot.transmission.state === "ending" ? scale() - total() : 0));
  const covers = createMemo(() => {
    let from = scale() - total() - gap();
    return props.delay.pipe().parts.flatMap(({ kind, seconds }) => {
      const start = from;
      from += seconds;
      return kind === "cover" ? [{ start: start / scale(), share: seconds / scale() }] : [];
    });
  });
  const fill = () => {
    const values = { count: props.delay.heldSeconds(), total: props.snapshot.air.delaySeconds };
    return props.snapshot.air.lastCut === null ? t("live.filling", values) : t("live.refilling", values);
  };
  const heldWords = () => (covers().length > 0 ? fill() : t("live.held", { count: props.delay.heldSeconds() }));
  const widest = createMemo(() => covers().toSorted((a, b) => b.share - a.share)[0]);
  const age = (mark: number) => Math.round((scale() * (marks - 1 - mark)) / (marks - 1));
  const markWords = (mark: number) => {
    if (mark === marks - 1) return t("live.now");
    return mark === 0 ? t("live.ago", { count: age(0) }) : new Intl.NumberFormat(language()).format(age(mark));
  };
  return (
    <div class="pipe-row">
      <span class="pipe-end">
        <Icon name="ear" />
        {t("live.listeners", { count: props.snapshot.air.listeners })}
      </span>
      <div
        class="pipe"
        role="meter"
        aria-label={t("live.delay")}
        aria-valuemin={0}
        aria-valuemax={props.snapshot.air.delaySeconds}
        aria-valuenow={props.delay.heldSeconds()}
        aria-valuetext={heldWords()}
      >
        <PipeWave desk={props.desk} scale={scale()} youngest={gap()} oldest={gap() + total()} />
        <For each={covers()}>
          {(cover) => (
            <span class="hole" style={{ "--from": cover.start, "--share": cover.share }}>
              <Show when={cover === widest() && cover.share > 0.25}>
                <b aria-hidden="true">{fill()}</b>
              </Show>
            </span>
          )}
        </For>
      </div>
      <span class="pipe-end">
        <Icon name="microphone" />
        {t("live.studio")}
      </span>
      <div class="pipe-marks" aria-hidden="true">
        <For each={Array.from({ length: marks }, (_, mark) => mark)}>{(mark) => <span>{markWords(mark)}</span>}</For>
      </div>
    </div>
  );
}

function PipeWave(props: { desk: Desk; scale: number; youngest: number; oldest: number }) {
  let canvas!: HTMLCanvasElement;
  const trail = makeLoudnessTrail();
  onMount(() => {
    props.desk.frames.onFrame((now) => {
      const { left, right } = props.desk.levels().programme;
      trail.add(now, Math.max(left.peakDbfs, right.peakDbfs));
      drawPipe(canvas, trail.between(now, props.youngest, props.oldest), props.scale);
    });
  });
  return <canvas ref={canvas} aria-hidden="true" />;
}
