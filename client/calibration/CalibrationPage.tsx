import { createResource, createSignal, For, onMount, Show } from "solid-js";
import type { Anchor } from "../../schemas/anchors.ts";
import type { AnchorId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { AnchorCard } from "./AnchorCard.tsx";
import { AnchorDialog } from "./AnchorDialog.tsx";
import "./calibration.css";

/** Recordings that the school's staff rate blind, each for themself, to compare their ears. */
export function CalibrationPage() {
  const { t } = useI18n();
  const [anchors, { refetch, mutate }] = createResource(() => api.anchors.list());
  onMount(() => (document.title = `${t("calibration.title")} — Antenne`));
  return (
    <Loaded from={anchors} onRetry={() => void refetch()} lines={6} title={t("calibration.title")}>
      {(found) => <Inside anchors={found()} onChanged={(changed) => mutate(changed)} />}
    </Loaded>
  );
}

function Inside(props: { anchors: readonly Anchor[]; onChanged: (anchors: Anchor[]) => void }) {
  const { t } = useI18n();
  const [isBringing, setBringing] = createSignal(false);
  const [opened, setOpened] = createSignal<AnchorId>();
  const replace = (changed: Anchor) =>
    props.onChanged(props.anchors.map((each) => (each.id === changed.id ? changed : each)));
  const bring = (
    <Button look="primary" icon="plus" onClick={() => setBringing(true)}>
      {t("calibration.bring")}
    </Button>
  );
  return (
    <div class="calibration">
      <PageHead title={t("calibration.title")} hint={t("calibration.hint")} back={{ href: "/suivi" }}>
        <Show when={props.anchors.length > 0}>{bring}</Show>
      </PageHead>
      <p class="quiet voice-rule">{t("calibration.voiceRule")}</p>
      <Show
        when={props.anchors.length > 0}
        fallback={
          <Empty title={t("calibration.none")} icon="ear" action={bring}>
            {t("calibration.noneHint")}
          </Empty>
        }
      >
        <For each={props.anchors.map(({ id }) => id)}>
          {(id) => (
            <Show when={props.anchors.find((each) => each.id === id)}>
              {(anchor) => (
                <AnchorCard
                  anchor={anchor()}
                  isOpen={opened() === id}
                  onToggle={() => setOpened(opened() === id ? undefined : id)}
                  onRated={replace}
                  onRemoved={() => props.onChanged(props.anchors.filter((each) => each.id !== id))}
                />
              )}
            </Show>
          )}
        </For>
      </Show>
      <Show when={isBringing()}>
        <AnchorDialog
          onClose={() => setBringing(false)}
          onBrought={(anchor) => {
            props.onChanged([anchor, ...props.anchors]);
            setOpened(anchor.id);
          }}
        />
      </Show>
    </div>
  );
}
