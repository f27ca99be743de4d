import { For, Show } from "solid-js";
import type { PupilId } from "../../schemas/ids.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import type { ClassDraft, Leaving } from "./year-draft.ts";

type YearClassProps = {
  leaving: Leaving;
  draft: ClassDraft;
  /** Names of the classes of the new year. */
  places: readonly string[];
  onChange: (fields: Partial<ClassDraft>) => void;
};

/** What becomes of one class: kept or archived, and where its pupils go, all together or one by one. */
export function YearClass(props: YearClassProps) {
  const { t, count } = useI18n();
  const name = () => props.leaving.classroom.name;
  const places = () =>
    props.places.filter((place) => props.draft.fate === "archived" || place !== props.draft.name.trim());
  const setApart = (id: PupilId, to: string) => props.onChange({ apart: { ...props.draft.apart, [id]: to } });
  return (
    <section class="panel" aria-label={name()}>
      <div class="panel-head">
        <h2>{name()}</h2>
        <span class="quiet small push">{count("school.pupilCount", props.leaving.pupils.length)}</span>
      </div>
      <div class="panel-body year-class">
        <Choice
          label={t("year.fate")}
          chosen={props.draft.fate}
          choices={{ archived: t("year.archive"), kept: t("year.keep") }}
          onChoose={(fate) => props.onChange({ fate })}
        />
        <Show when={props.draft.fate === "kept"}>
          <TextField
            label={t("year.nextName")}
            maxlength={120}
            value={props.draft.name}
            onChange={(event) => props.onChange({ name: event.currentTarget.value })}
          />
        </Show>
        <Show when={places().length > 0 && props.leaving.pupils.length > 0}>
          <Field label={t("year.pupilsTo")}>
            {(ids) => (
              <PlaceSelect
                ids={ids}
                stay={t("year.stay")}
                chosen={props.draft.to}
                places={places()}
                onChoose={(to) => props.onChange({ to })}
              />
            )}
          </Field>
          <details class="year-apart">
            <summary>{t("year.oneByOne")}</summary>
            <div class="year-pupils">
              <For each={props.leaving.pupils}>
                {(pupil) => (
                  <Field label={pupil.firstName}>
                    {(ids) => (
                      <PlaceSelect
                        ids={ids}
                        stay={t("year.stayOne")}
                        chosen={props.draft.apart[pupil.id] ?? props.draft.to}
                        places={places()}
                        onChoose={(to) => setApart(pupil.id, to)}
                      />
                    )}
                  </Field>
                )}
              </For>
            </div>
          </details>
        </Show>
      </div>
    </section>
  );
}

function PlaceSelect(props: {
  ids: object;
  /** The word for going nowhere. */
  stay: string;
  chosen: string;
  places: readonly string[];
  onChoose: (to: string) => void;
}) {
  return (
    <select {...props.ids} class="input" onChange={(event) => props.onChoose(event.currentTarget.value)}>
      <option value="" selected={!props.places.includes(props.chosen)}>
        {props.stay}
      </option>
      <For each={props.places}>
        {(place) => (
          <option value={place} selected={place === props.chosen}>
            {place}
          </option>
        )}
      </For>
    </select>
  );
}
