import { For, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { createMedia } from "../ui/create-media.ts";

/** One value of a chart and the day that it is of. */
export type Point = { at: string; value: number };

type ChartProps = { points: readonly Point[]; label: string };

const short = (language: string) => new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
const whole = (value: number) => String(Math.round(value));
const [left, top, bottom] = [44, 20, 155];
/** Drawn narrower on a phone, so that its words keep their size. */
const widths = { wide: 640, narrow: 320 } as const;

/** Ends of an axis: round numbers with room above and below, four steps apart. */
function scaleOf(values: readonly number[]): { low: number; high: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = Math.max(5, Math.ceil((most - least) / 3 / 5) * 5);
  const low = Math.max(0, Math.floor(least / step) * step);
  return { low, high: low + step * Math.max(3, Math.ceil((most - low) / step)) };
}

/** Values over time as a line; `target` is a dashed line of its own. */
export function LineChart(props: ChartProps & { target: number | undefined }) {
  const { language } = useI18n();
  const isNarrow = createMedia("(max-width: 40rem)");
  const width = () => (isNarrow() ? widths.narrow : widths.wide);
  const right = () => width() - 24;
  const scale = () => scaleOf([...props.points.map(({ value }) => value), ...(props.target ? [props.target] : [])]);
  const y = (value: number) => bottom - ((value - scale().low) / (scale().high - scale().low)) * (bottom - top);
  const x = (index: number) =>
    props.points.length === 1
      ? (left + right()) / 2
      : left + 20 + (index * (right() - left - 40)) / (props.points.length - 1);
  const lines = () => [0, 1, 2, 3].map((step) => scale().low + (step * (scale().high - scale().low)) / 3);
  // As many days and figures as can be read beside each other.
  const every = () => Math.ceil(props.points.length / (isNarrow() ? 4 : 7));
  const isTold = (index: number) => (props.points.length - 1 - index) % every() === 0;
  return (
    <svg class="chart" viewBox={`0 0 ${width()} 190`} role="img" aria-label={props.label}>
      <For each={lines()}>
        {(value) => (
          <>
            <path class="grid" d={`M${left} ${y(value)}H${right() + 20}`} />
            <text x={left - 6} y={y(value) + 4} text-anchor="end">
              {whole(value)}
            </text>
          </>
        )}
      </For>
      <Show when={props.target}>
        {(target) => <path class="target" d={`M${left} ${y(target())}H${right() + 20}`} />}
      </Show>
      <path
        class="line"
        d={props.points.map(({ value }, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(value)}`).join("")}
      />
      <For each={props.points}>
        {({ at, value }, index) => (
          <>
            <circle cx={x(index())} cy={y(value)} r="5.5" />
            <Show when={isTold(index())}>
              <text class="value" x={x(index())} y={y(value) - 12} text-anchor="middle">
                {whole(value)}
              </text>
              <text x={x(index())} y="182" text-anchor="middle">
                {short(language()).format(new Date(at))}
              </text>
            </Show>
          </>
        )}
      </For>
    </svg>
  );
}

const shown = 8;

/** The latest values as bars, the last one marked; `isRange` draws them hanging in the middle, as wide as a voice moves. */
export function BarChart(props: ChartProps & { isRange?: boolean }) {
  const { language } = useI18n();
  const points = () => props.points.slice(-shown);
  const most = () => Math.max(1, ...points().map(({ value }) => value));
  const height = (value: number) => Math.max(2, (value / most()) * 70);
  const x = (index: number) => 24 + index * 36;
  const y = (value: number) => (props.isRange === true ? 58 - height(value) / 2 : 96 - height(value));
  const day = (index: number) => short(language()).format(new Date(points()[index]?.at ?? 0));
  return (
    <svg class="chart" viewBox="0 0 300 120" role="img" aria-label={props.label}>
      <For each={points()}>
        {({ value }, index) => (
          <>
            <rect
              class={index() === points().length - 1 ? "bar last" : "bar"}
              x={x(index()) - (props.isRange === true ? 4 : 12)}
              y={y(value)}
              width={props.isRange === true ? 8 : 24}
              height={height(value)}
              rx="3"
            />
            <text class="value" x={x(index())} y={y(value) - 6} text-anchor="middle">
              {whole(value)}
            </text>
          </>
        )}
      </For>
      <text x="12" y="114">
        {day(0)}
      </text>
      <Show when={points().length > 1}>
        <text x={x(points().length - 1) + 12} y="114" text-anchor="end">
          {day(points().length - 1)}
        </text>
      </Show>
    </svg>
  );
}
