import { createResource, createSignal, For, Show } from "solid-js";
import type { FamilyHome, FamilyVoice } from "../../schemas/families.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { ConsentRings } from "../ui/ConsentRings.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { AnswerForm } from "./AnswerForm.tsx";

type Child = FamilyHome["children"][number];

/** Who may hear each child of the family, and the family's own answer. */
export function FamilyVoices(props: { home: FamilyHome }) {
  const { t } = useI18n();
  const [voices, { refetch }] = createResource(() => api.familyVoices.list());
  const [asked, setAsked] = createSignal<Child>();
  return (
    <Loaded from={voices} onRetry={() => void refetch()}>
      {(found) => (
        <>
          <div class="family-voices">
            <For each={found()}>
              {(voice) => (
                <Show when={props.home.children.find(({ id }) => id === voice.pupilId)}>
                  {(child) => (
                    <VoiceCard
                      voice={voice}
                      child={child()}
                      hasPin={props.home.hasPin}
                      onAnswer={() => setAsked(child())}
                    />
                  )}
                </Show>
              )}
            </For>
          </div>
          <Dialog
            isOpen={asked() !== undefined}
            title={t("family.voice", { name: asked()?.firstName ?? "" })}
            onClose={() => setAsked(undefined)}
          >
            <Show when={asked()} keyed>
              {(child) => (
                <AnswerForm
                  pupilId={child.id}
                  onAnswered={() => {
                    setAsked(undefined);
                    void refetch();
                  }}
                />
              )}
            </Show>
          </Dialog>
        </>
      )}
    </Loaded>
  );
}

const means = {
  none: "family.voiceNone",
  class: "family.voiceClass",
  family: "family.voiceFamily",
  public: "family.voicePublic",
} as const;

function VoiceCard(props: { voice: FamilyVoice; child: Child; hasPin: boolean; onAnswer: () => void }) {
  const { t, formats } = useI18n();
  const words = () => {
    const { standing, scope, endsOn } = props.voice;
    if (standing !== "answered") return t("family.voiceWaiting");
    if (scope === "none" || endsOn === null) return t(means[scope]);
    return `${t(means[scope])} ${t("family.voiceUntil", { day: formats().date(endsOn) })}`;
  };
  return (
    <section class="panel family-voice">
      <div class="row">
        <BirdAvatar bird={props.child.bird} colour={props.child.colour} />
        <h2>{t("family.voice", { name: props.child.firstName })}</h2>
      </div>
      <ConsentRings consent={props.voice} words={words()} />
      <Show when={props.voice.isNamed}>
        <p class="small">{t("family.nameTold")}</p>
      </Show>
      <Show when={props.hasPin} fallback={<p class="small quiet">{t("family.voiceNeedsPin")}</p>}>
        <Button isWide onClick={() => props.onAnswer()}>
          {t("family.voiceChange")}
        </Button>
      </Show>
    </section>
  );
}
