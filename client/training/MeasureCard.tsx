import { Show, type JSX } from "solid-js";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-shapes.ts";
import type { Judged } from "./judge-figures.ts";

type MeasureCardProps = {
  title: string;
  icon: IconName;
  word: string;
  judged: Judged<string>;
  /** Where the take before stood. */
  before: number | undefined;
  ends: readonly [JSX.Element, JSX.Element];
  children: JSX.Element;
};

const percent = (share: number) => `${100 * share}%`;

/** One measure in a child's words, with its place on a scale: now, the last time, and where it is easy to listen to. */
export function MeasureCard(props: MeasureCardProps) {
  return (
    <div class="panel big measure">
      <h2>
        <Icon name={props.icon} /> {props.title}
      </h2>
      <p class="word">{props.word}</p>
      <p>{props.children}</p>
      <div class="scale" aria-hidden="true">
        <span class="ruler" />
        <span
          class="easy"
          style={{
            left: percent(props.judged.zone.from),
            width: percent(props.judged.zone.to - props.judged.zone.from),
          }}
        />
        <Show when={props.before}>{(at) => <span class="before" style={{ left: percent(at()) }} />}</Show>
        <span class="now" style={{ left: percent(props.judged.at) }} />
        <span class="ends">
          <span>{props.ends[0]}</span>
          <span>{props.ends[1]}</span>
        </span>
      </div>
    </div>
  );
}
