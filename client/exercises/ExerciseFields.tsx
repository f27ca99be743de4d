import { createResource, For, Show } from "solid-js";
import { countSyllables, countWords } from "../../schemas/count-text.ts";
import { ExerciseKind, Grade, mclmTargets, type ExerciseSettings } from "../../schemas/exercises.ts";
import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { Picture } from "../../schemas/pictures.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Choice } from "../ui/Choice.tsx";
import { PartField } from "./PartField.tsx";
import { Field, TextArea, TextField } from "../ui/Field.tsx";

type FieldsProps = {
  classroomId: ClassroomId;
  settings: ExerciseSettings;
  onChange: (change: Partial<ExerciseSettings>) => void;
};

const paces = {
  calm: { slowest: 1.5, fastest: 3.5 },
  usual: { slowest: 2.5, fastest: 4.5 },
  quick: { slowest: 3.5, fastest: 5.5 },
} as const;
type PaceWord = keyof typeof paces;
const paceWords: readonly PaceWord[] = ["calm", "usual", "quick"];

/** What is said of an exercise; which fields there are depends on its kind. */
export function ExerciseFields(props: FieldsProps) {
  const { t } = useI18n();
  const has = (...kinds: ExerciseSettings["kind"][]) => kinds.includes(props.settings.kind);
  return (
    <>
      <div class="form-pair">
        <Field label={t("exercises.field_kind")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              value={props.settings.kind}
              onChange={({ currentTarget }) => props.onChange({ kind: ExerciseKind.parse(currentTarget.value) })}
            >
              <For each={ExerciseKind.options}>
                {(kind) => <option value={kind}>{t(`training.kind_${kind}`)}</option>}
              </For>
            </select>
          )}
        </Field>
        <Field label={t("exercises.field_grade")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              value={props.settings.grade ?? ""}
              onChange={({ currentTarget }) =>
                props.onChange({ grade: Grade.safeParse(currentTarget.value).data ?? null })
              }
            >
              <option value="">{t("exercises.anyGrade")}</option>
              <For each={Grade.options}>
                {(grade) => <option value={grade}>{t(`exercises.grade_${grade}`)}</option>}
              </For>
            </select>
          )}
        </Field>
      </div>
      <TextField
        label={t("exercises.field_title")}
        value={props.settings.title}
        maxLength={120}
        onInput={({ currentTarget }) => props.onChange({ title: currentTarget.value })}
      />
      <TextArea
        label={t("exercises.field_instructions")}
        value={props.settings.instructions}
        maxLength={600}
        rows={2}
        onInput={({ currentTarget }) => props.onChange({ instructions: currentTarget.value })}
      />
      <Show when={has("present")}>
        <PartField {...props} />
      </Show>
      <Show when={has("readAloud", "poem", "repeat", "present", "twoLanguages")}>
        <TextToRead settings={props.settings} onChange={(change) => props.onChange(change)} />
      </Show>
      <Show when={has("twoLanguages")}>
        <HomeLanguage settings={props.settings} onChange={(change) => props.onChange(change)} />
      </Show>
      <Show when={has("talk", "interview", "picture", "present")}>
        <TextArea
          label={t("exercises.field_plan")}
          hint={t("exercises.field_planHint")}
          value={props.settings.plan.join("\n")}
          rows={4}
          onChange={({ currentTarget }) => props.onChange({ plan: linesOf(currentTarget.value) })}
        />
      </Show>
      <Show when={has("picture")}>
        <Pictures settings={props.settings} onChange={(change) => props.onChange(change)} />
      </Show>
      <Terms {...props} />
    </>
  );
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim().slice(0, 160))
    .filter((line) => line !== "")
    .slice(0, 8);

type PartProps = Omit<FieldsProps, "classroomId">;

function TextToRead(props: PartProps) {
  const { t, count } = useI18n();
  const target = () => (props.settings.grade === null ? undefined : mclmTargets[props.settings.grade]);
  return (
    <>
      <TextArea
        label={t("exercises.field_text")}
        value={props.settings.text}
        maxLength={8_000}
        rows={6}
        onInput={({ currentTarget }) => props.onChange({ text: currentTarget.value })}
      />
      <p class="quiet small" role="status">
        {count("exercises.words", countWords(props.settings.text))},{" "}
        {count("exercises.syllables", countSyllables(props.settings.text))}
        <Show when={target()}>{(words) => <>. {t("exercises.target", { count: words() })}</>}</Show>
      </p>
    </>
  );
}

function HomeLanguage(props: PartProps) {
  const { t } = useI18n();
  return (
    <>
      <TextField
        label={t("exercises.field_homeLanguage")}
        hint={t("exercises.field_homeLanguageHint")}
        value={props.settings.homeLanguage ?? ""}
        onChange={({ currentTarget: { value } }) =>
          props.onChange({ homeLanguage: /^[a-z]{2,3}$/.test(value.trim()) ? value.trim() : null })
        }
      />
      <TextArea
        label={t("exercises.field_homeText")}
        value={props.settings.homeText}
        maxLength={8_000}
        rows={4}
        onInput={({ currentTarget }) => props.onChange({ homeText: currentTarget.value })}
      />
    </>
  );
}

function Pictures(props: PartProps) {
  const { t } = useI18n();
  const toggle = (picture: Picture) => {
    const { pictures } = props.settings;
    const without = pictures.filter((each) => each !== picture);
    props.onChange({ pictures: without.length < pictures.length ? without : [...pictures, picture].slice(0, 6) });
  };
  return (
    <fieldset class="choice">
      <legend class="legend">{t("exercises.field_pictures")}</legend>
      <div class="row tight">
        <For each={Picture.options}>
          {(picture) => (
            <button
              type="button"
              class="btn"
              aria-pressed={props.settings.pictures.includes(picture)}
              onClick={() => toggle(picture)}
            >
              {t(`pictures.${picture}`)}
            </button>
          )}
        </For>
      </div>
    </fieldset>
  );
}

/** For whom, until when, how many are kept, who may listen, and what pace is easy to follow. */
function Terms(props: FieldsProps) {
  const { t } = useI18n();
  const pace = () => paceWords.find((word) => paces[word].slowest === props.settings.pace.slowest);
  return (
    <>
      <div class="form-pair">
        <TextField
          type="number"
          min={10}
          max={600}
          label={t("exercises.field_length")}
          value={props.settings.targetSeconds ?? ""}
          onChange={({ currentTarget: { value } }) =>
            props.onChange({
              targetSeconds: value === "" ? null : Math.min(600, Math.max(10, Math.round(Number(value)))),
            })
          }
        />
        <TextField
          type="date"
          label={t("exercises.field_until")}
          value={props.settings.dueOn ?? ""}
          onChange={({ currentTarget: { value } }) => props.onChange({ dueOn: value === "" ? null : value })}
        />
        <TextField
          type="number"
          min={1}
          max={10}
          label={t("exercises.field_kept")}
          value={props.settings.keptTakes}
          onChange={({ currentTarget: { value } }) =>
            props.onChange({ keptTakes: Math.min(10, Math.max(1, Math.round(Number(value) || 1))) })
          }
        />
      </div>
      <Choice
        label={t("exercises.field_pace")}
        chosen={pace()}
        choices={{ calm: t("exercises.pace_calm"), usual: t("exercises.pace_usual"), quick: t("exercises.pace_quick") }}
        onChoose={(word) => props.onChange({ pace: paces[word] })}
      />
      <Choice
        label={t("exercises.field_listeners")}
        chosen={props.settings.listeners}
        choices={{ teacher: t("exercises.listeners_teacher"), class: t("exercises.listeners_class") }}
        onChoose={(listeners) => props.onChange({ listeners })}
      />
      <ForWhom {...props} />
    </>
  );
}

function ForWhom(props: FieldsProps) {
  const { t } = useI18n();
  const [classroom] = createResource(() => props.classroomId, api.classrooms.read);
  const pupils = () => (classroom.state === "ready" ? classroom.latest.pupils : []);
  const first = () => pupils()[0]?.id;
  const toggle = (id: PupilId) => {
    const chosen = props.settings.pupilIds ?? [];
    const next = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
    props.onChange({ pupilIds: next.length === 0 ? null : next });
  };
  return (
    <>
      <Choice
        label={t("exercises.field_who")}
        chosen={props.settings.pupilIds === null ? "all" : "some"}
        choices={{ all: t("exercises.who_all"), some: t("exercises.who_some") }}
        onChoose={(word) => {
          const id = first();
          props.onChange({ pupilIds: word === "all" || id === undefined ? null : [id] });
        }}
      />
      <Show when={props.settings.pupilIds}>
        {(chosen) => (
          <div class="row tight" role="group" aria-label={t("exercises.who_some")}>
            <For each={pupils()}>
              {({ id, firstName }) => (
                <button type="button" class="btn" aria-pressed={chosen().includes(id)} onClick={() => toggle(id)}>
                  {firstName}
                </button>
              )}
            </For>
          </div>
        )}
      </Show>
    </>
  );
}
