import { For, Show } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";

/** The pupils of the class, in the alphabet's order, each with bird and colour. */
export function PupilTable(props: { pupils: readonly Pupil[]; onChange: (pupil: Pupil) => void; onAdd: () => void }) {
  const { t, language } = useI18n();
  const sorted = () => props.pupils.toSorted((one, other) => one.firstName.localeCompare(other.firstName, language()));
  return (
    <section class="panel" aria-label={t("classroom.pupils")}>
      <Show
        when={sorted().length > 0}
        fallback={
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
        }
      >
        <table class="table pupils-table">
          <thead>
            <tr>
              <th scope="col">{t("classroom.pupil")}</th>
              <th scope="col">{t("classroom.voice")}</th>
              <th scope="col">
                <span class="sr-only">{t("classroom.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={sorted()}>{(pupil) => <PupilRow pupil={pupil} onChange={() => props.onChange(pupil)} />}</For>
          </tbody>
        </table>
      </Show>
    </section>
  );
}

function PupilRow(props: { pupil: Pupil; onChange: () => void }) {
  const { t } = useI18n();
  return (
    <tr>
      <td>
        <span class="who">
          <BirdAvatar bird={props.pupil.bird} colour={props.pupil.colour} size="s" />
          {props.pupil.firstName}
        </span>
      </td>
      <td class="quiet voice-words">
        {t(`birds.${props.pupil.bird}`)}, {t(`birds.colour${props.pupil.colour as 1}`)}
      </td>
      <td class="number">
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
