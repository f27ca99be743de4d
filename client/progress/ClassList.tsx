import { For, Show } from "solid-js";
import type { PupilId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import type { ClassProgress, PupilLine } from "../../schemas/progress.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";

type Shown = { pupil: Pupil; line: PupilLine };

/** The pupils of a class, each with how long they speak on air and in which weeks they train; in the order of the class. */
export function ClassList(props: {
  progress: ClassProgress;
  shown: readonly Shown[];
  chosen: PupilId | undefined;
  onChoose: (id: PupilId) => void;
}) {
  const { t, count } = useI18n();
  return (
    <section class="panel class-list" aria-label={t("progress.class")}>
      <div class="class-head" aria-hidden="true">
        <span>{t("progress.pupil")}</span>
        <span>{count("progress.onAir", props.progress.shows.length)}</span>
        <span>{t("progress.training")}</span>
      </div>
      <ul>
        <For each={props.shown}>
          {({ pupil, line }) => (
            <li>
              <button
                type="button"
                class="class-line"
                aria-current={props.chosen === pupil.id ? "true" : undefined}
                onClick={() => props.onChoose(pupil.id)}
              >
                <span class="class-who">
                  <BirdAvatar bird={pupil.bird} colour={pupil.colour} size="s" />
                  <span>
                    <b>{pupil.firstName}</b>
                    <Notes line={line} />
                  </span>
                </span>
                <OnAir line={line} />
                <Weeks weeks={line.weeks} />
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function Notes(props: { line: PupilLine }) {
  const { t, count } = useI18n();
  return (
    <>
      <For each={props.line.attentions}>{(attention) => <small>{t(`progress.attention_${attention}`)}</small>}</For>
      <Show when={props.line.toHear > 0}>
        <small>{count("progress.toHear", props.line.toHear)}</small>
      </Show>
    </>
  );
}

function OnAir(props: { line: PupilLine }) {
  const { t, formats } = useI18n();
  const spoken = () => props.line.spokeIn.filter(Boolean).length;
  return (
    <span class="class-air">
      {formats().clock(props.line.airSeconds)}
      <span
        class="ticks"
        role="img"
        aria-label={t("progress.spokeIn", { number: spoken(), all: props.line.spokeIn.length })}
      >
        <For each={props.line.spokeIn.slice(-14)}>{(isOn) => <i classList={{ on: isOn }} />}</For>
      </span>
    </span>
  );
}

function Weeks(props: { weeks: readonly number[] }) {
  const { t } = useI18n();
  const number = () => props.weeks.filter((takes) => takes > 0).length;
  return (
    <span class="weeks" role="img" aria-label={t("progress.weeksOf", { number: number() })}>
      <For each={props.weeks}>{(takes) => <i classList={{ on: takes > 0 }} />}</For>
    </span>
  );
}
