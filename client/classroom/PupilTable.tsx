import { createSignal, For, Show } from "solid-js";
import type { PupilConsent } from "../../schemas/consent.ts";
import type { Pupil } from "../../schemas/people.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { ConsentRings } from "../ui/ConsentRings.tsx";
import { Empty } from "../ui/Empty.tsx";
import { answerWords, groups, isIn, type Group } from "./consent-words.ts";

/** A pupil with what their family said. */
export type Listed = { pupil: Pupil; consent: PupilConsent };

type PupilTableProps = {
  listed: readonly Listed[];
  onChange: (pupil: Pupil) => void;
  onAnswer: (pupil: Pupil) => void;
  onAdd: () => void;
};

/** The pupils of the class, in the alphabet's order, each with bird and colour, and how far their voice may go. */
export function PupilTable(props: PupilTableProps) {
  const { t, language } = useI18n();
  const [group, setGroup] = createSignal<Group>("everybody");
  const sorted = () =>
    props.listed.toSorted((one, other) => one.pupil.firstName.localeCompare(other.pupil.firstName, language()));
  const inGroup = (wanted: Group) => sorted().filter(({ consent }) => isIn(wanted, consent));
  // A group that has just become empty shows nobody, so everybody is shown.
  const shown = () => (inGroup(group()).length > 0 ? inGroup(group()) : sorted());
  return (
    <section class="panel" aria-label={t("classroom.pupils")}>
      <Show when={sorted().length > 0} fallback={<NobodyYet onAdd={() => props.onAdd()} />}>
        <div class="filters" role="group" aria-label={t("consent.filter")}>
          <For each={groups}>
            {(wanted) => (
              <Show when={inGroup(wanted).length > 0}>
                <button
                  type="button"
                  class="btn"
                  aria-pressed={group() === wanted && inGroup(wanted).length > 0}
                  onClick={() => setGroup(wanted)}
                >
                  {t(`consent.${wanted}`, { count: inGroup(wanted).length })}
                </button>
              </Show>
            )}
          </For>
        </div>
        <table class="table pupils-table">
          <thead>
            <tr>
              <th scope="col">{t("classroom.pupil")}</th>
              <th scope="col">{t("consent.heardBy")}</th>
              <th scope="col">{t("consent.answer")}</th>
              <th scope="col">
                <span class="sr-only">{t("classroom.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={shown()}>
              {(listed) => (
                <PupilRow
                  {...listed}
                  onChange={() => props.onChange(listed.pupil)}
                  onAnswer={() => props.onAnswer(listed.pupil)}
                />
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </section>
  );
}

function NobodyYet(props: { onAdd: () => void }) {
  const { t } = useI18n();
  return (
    <Empty
      title={t("classroom.none")}
      icon="pupil"
      action={
        <Button look="primary" icon="plus" onClick={() => props.onAdd()}>
          {t("classroom.add")}
        </Button>
      }
    >
      {t("classroom.noneHint")}
    </Empty>
  );
}

function PupilRow(props: Listed & { onChange: () => void; onAnswer: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <tr>
      <td>
        <span class="who">
          <BirdAvatar bird={props.pupil.bird} colour={props.pupil.colour} size="s" />
          {props.pupil.firstName}
        </span>
      </td>
      <td>
        <ConsentRings consent={props.consent} />
      </td>
      <td class="quiet answer-words">{answerWords(i18n, props.consent)}</td>
      <td class="number">
        <Button
          look={props.consent.standing === "answered" ? "bare" : "plain"}
          aria-label={t("consent.answerOf", { name: props.pupil.firstName })}
          onClick={() => props.onAnswer()}
        >
          {t("consent.answerKey")}
        </Button>
        <Button
          look="bare"
          size="square"
          icon="pencil"
          aria-label={t("classroom.change", { name: props.pupil.firstName })}
          onClick={() => props.onChange()}
        />
      </td>
    </tr>
  );
}
