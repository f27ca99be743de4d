import { createSignal, For } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Desk } from "./desk.ts";
import { signed } from "./gain-words.ts";
import { LiveMeter } from "./LiveMeter.tsx";
import { heightOf } from "./meter-scale.ts";
import { judgeProgramme, targetLufs, type ProgrammeVerdict } from "./programme-verdict.ts";

const graduations = [0, -9, -16, -30, -60] as const;
// Figures that change faster than this cannot be read.
const figureEverySeconds = 0.5;

/** What goes out, left and right, with its loudness in figures and in words. */
export function ProgrammeMeter(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t, language } = useI18n();
  const [loudness, setLoudness] = createSignal(-70);
  const [verdict, setVerdict] = createSignal<ProgrammeVerdict>(
    { word: "silent" },
    { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  let readAt = 0;
  props.desk.frames.onFrame((now) => {
    if (now - readAt < figureEverySeconds) return;
    readAt = now;
    const levels = props.desk.levels();
    setLoudness(levels.shortTermLufs);
    setVerdict(judgeProgramme(levels, props.snapshot.strips));
  });
  const words = () => {
    const now = verdict();
    return now.word === "lower" ? t("studio.verdict_lower", { name: now.name }) : t(`studio.verdict_${now.word}`);
  };
  const isLow = () => loudness() <= -69;
  const figure = () => (isLow() ? "–" : signed(loudness(), language(), 1));
  return (
    <section class="strip programme" role="group" aria-label={t("studio.programme")}>
      <div class="travel">
        <div class="scale" aria-hidden="true">
          <For each={graduations}>
            {(dbfs) => <span style={{ bottom: `${heightOf(dbfs)}%` }}>{signed(dbfs, language())}</span>}
          </For>
        </div>
        <LiveMeter
          label={t("studio.levelOfProgramme")}
          read={() => props.desk.levels().programme.left.peakDbfs}
          frames={props.desk.frames}
          describe={words}
        />
        <LiveMeter
          label=""
          isDecorative
          read={() => props.desk.levels().programme.right.peakDbfs}
          frames={props.desk.frames}
        />
      </div>
      <div class="lufs">
        <b>{figure()}</b>
        <small>{t("studio.lufsTarget", { target: signed(targetLufs, language()) })}</small>
      </div>
      <div class="verdict" data-verdict={verdict().word}>
        <Icon name={verdict().word === "good" ? "tick" : verdict().word === "silent" ? "ear" : "warning"} size="s" />
        <span>{words()}</span>
      </div>
    </section>
  );
}
