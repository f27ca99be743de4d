import { For } from "solid-js";
import { PupilId } from "../../../schemas/ids.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { Take } from "../../../schemas/takes.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Field } from "../../ui/Field.tsx";

/** Who is heard in an interview besides whoever recorded it, as its teacher hears it. */
export function PartnerChoice(props: {
  take: Take;
  pupils: readonly Pupil[];
  onChoose: (partnerId: PupilId | null) => void;
}) {
  const { t } = useI18n();
  const speaker = () => props.pupils.find(({ id }) => id === props.take.pupilId)?.firstName ?? "";
  return (
    <div class="take-part">
      <Field label={t("progress.partner", { name: speaker() })} hint={t("progress.partnerHint")}>
        {(ids) => (
          <select
            {...ids}
            class="input"
            value={props.take.partnerId ?? ""}
            onChange={({ currentTarget: { value } }) => props.onChoose(value === "" ? null : PupilId.parse(value))}
          >
            <option value="">{t("progress.partnerNone")}</option>
            <For each={props.pupils.filter(({ id }) => id !== props.take.pupilId)}>
              {({ id, firstName }) => <option value={id}>{firstName}</option>}
            </For>
          </select>
        )}
      </Field>
    </div>
  );
}
