import { createResource, createSignal, For, Show } from "solid-js";
import type { RundownTemplateId, ShowId } from "../../schemas/ids.ts";
import type { RundownItem } from "../../schemas/rundown.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Field } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import type { RundownClass } from "./read-class.ts";
import { createTakenTemplates } from "./create-taken-templates.ts";
import { copyItems, itemsOfTemplate, totalSeconds } from "./rundown-item.ts";
import { templates, type TemplateName } from "./templates.ts";

type SourcesProps = {
  showId: ShowId;
  known: RundownClass;
  /** How many parts still fit. */
  room: number;
  /** There is no part yet: the templates are shown at once. */
  isFirst: boolean;
  onItems: (items: readonly RundownItem[], templateId?: RundownTemplateId) => void;
};

/** Where more parts come from: the project's templates, and the class's other shows. */
export function RundownSources(props: SourcesProps) {
  const { t, formats } = useI18n();
  const taken = createTakenTemplates(() => props.known.page.channel.classroomId);
  const [said, setSaid] = createSignal("");
  const take = (items: readonly RundownItem[], templateId?: RundownTemplateId) => {
    const fitting = items.slice(0, props.room);
    if (fitting.length > 0) props.onItems(fitting, templateId);
    setSaid(items.length === 0 ? t("rundown.copyEmpty") : t("rundown.copied", { count: fitting.length }));
  };
  return (
    <div class="rundown-sources">
      <details open={props.isFirst}>
        <summary>{t(props.isFirst ? "rundown.template" : "rundown.templateAppend")}</summary>
        <p class="small quiet">{t("rundown.templateHint")}</p>
        <ul class="rundown-templates">
          <For each={Object.keys(templates) as TemplateName[]}>
            {(name) => (
              <li>
                <button
                  type="button"
                  class="btn"
                  onClick={() => {
                    take(itemsOfTemplate(name, t));
                  }}
                >
                  <TemplateWords name={name} />
                </button>
              </li>
            )}
          </For>
          <For each={taken()}>
            {(template) => (
              <li>
                <button
                  type="button"
                  class="btn"
                  onClick={() => {
                    take(copyItems(template.items), template.id);
                  }}
                >
                  <span>
                    <b>{template.title}</b> <small>{formats().clock(totalSeconds(template.items))}</small>
                    <small class="about">{template.credit}</small>
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </details>
      <details>
        <summary>{t("rundown.copy")}</summary>
        <OtherShows {...props} onCopied={take} />
      </details>
      <p class="small" role="status">
        {said()}
      </p>
    </div>
  );
}

/** A template's name, what it is good for, and how long it lasts. */
export function TemplateWords(props: { name: TemplateName }) {
  const { t, formats } = useI18n();
  return (
    <span>
      <b>{t(`templates.${props.name}`)}</b> <small>{formats().clock(totalSeconds(templates[props.name]))}</small>
      <small class="about">{t(`templates.${props.name}About`)}</small>
    </span>
  );
}

function OtherShows(props: SourcesProps & { onCopied: (items: readonly RundownItem[]) => void }) {
  const { t } = useI18n();
  const [shows] = createResource(() => api.classrooms.listShows(props.known.page.channel.classroomId));
  const [chosen, setChosen] = createSignal<ShowId>();
  const others = () => (shows.state === "ready" ? shows.latest : []).filter(({ show }) => show.id !== props.showId);
  const copying = createAttempt(async () => {
    const from = chosen() ?? others()[0]?.show.id;
    if (from !== undefined) props.onCopied(copyItems((await api.shows.readRundown(from)).items));
  });
  return (
    <Show when={others().length > 0} fallback={<p class="small quiet">{t("rundown.copyNone")}</p>}>
      <div class="rundown-copy">
        <Field label={t("rundown.copy")} hint={t("rundown.copyHint")}>
          {(ids) => (
            <select {...ids} class="input" onChange={(event) => setChosen(event.currentTarget.value as ShowId)}>
              <For each={others()}>{({ show }) => <option value={show.id}>{show.title}</option>}</For>
            </select>
          )}
        </Field>
        <Button icon="plus" isBusy={copying.isBusy()} onClick={() => void copying.attempt()}>
          {t("rundown.copyGo")}
        </Button>
      </div>
      <Show when={copying.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </Show>
  );
}
