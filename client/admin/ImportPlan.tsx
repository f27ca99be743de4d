import { For, Show } from "solid-js";
import type { ClassImportPlan } from "../../schemas/class-import.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Chip } from "../ui/Chip.tsx";

/** What an import would make, class by class, with the names as the class will see them. */
export function ImportPlan(props: { plan: ClassImportPlan }) {
  const { t, count } = useI18n();
  return (
    <section class="panel" aria-label={t("school.plan")}>
      <div class="panel-head">
        <h2>{t("school.plan")}</h2>
      </div>
      <ul class="import-plan">
        <For each={props.plan.classrooms}>
          {({ name, isNew, added, present }) => (
            <li>
              <div class="row wrap">
                <h3>{name}</h3>
                <Chip look={isNew ? "ready" : "waiting"}>{t(isNew ? "school.newClass" : "school.knownClass")}</Chip>
                <span class="quiet small push">
                  {[
                    ...(added.length > 0 ? [count("school.addedCount", added.length)] : []),
                    ...(present > 0 ? [count("school.presentCount", present)] : []),
                  ].join(", ")}
                </span>
              </div>
              <Show when={added.length > 0}>
                <p>{added.join(", ")}</p>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
