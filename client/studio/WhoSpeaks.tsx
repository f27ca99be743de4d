import { createResource, createSignal, For, Show } from "solid-js";
import type { PupilId, ShowId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { mostAtOneMicrophone, type Strip } from "../../schemas/studio.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import type { Desk } from "./desk.ts";
import "./who-speaks.css";

type WhoSpeaksProps = {
  strip: Strip;
  showId: ShowId;
  /** Those who speak from now on, at least one. */
  onSpeakers: (pupilIds: PupilId[]) => void;
  /** On a pupil's tablet, in words for a child. */
  isOwn?: boolean;
};

/** Who speaks at one microphone (*Qui parle ?*): a tap on a bird says that this pupil does, or no longer; somebody else of the class is a tap further. */
export function WhoSpeaks(props: WhoSpeaksProps) {
  const { t } = useI18n();
  const [isNaming, setNaming] = createSignal(false);
  const speaking = () => props.strip.company.filter(({ isSpeaking }) => isSpeaking).map(({ pupilId }) => pupilId);
  const isShared = () => props.strip.company.length > 1;
  const toggle = (pupilId: PupilId) => {
    const others = speaking().filter((id) => id !== pupilId);
    if (!speaking().includes(pupilId)) props.onSpeakers([...others, pupilId].slice(-mostAtOneMicrophone));
    // Somebody always speaks: the last bird stays pressed.
    else if (others.length > 0) props.onSpeakers(others);
  };
  return (
    <section
      class="who-speaks"
      classList={{ alone: !isShared() }}
      aria-label={t("floor.whoSpeaksAt", { name: props.strip.name })}
    >
      <span class="legend">{t("floor.whoSpeaks")}</span>
      <div class="company">
        <For each={isShared() ? props.strip.company : []}>
          {(each) => (
            <button
              type="button"
              class="companion"
              aria-pressed={each.isSpeaking}
              onClick={() => {
                toggle(each.pupilId);
              }}
            >
              <BirdAvatar bird={each.bird} colour={each.colour} size="s" />
              <span>
                <Icon name={each.isSpeaking ? "microphone" : "ear"} size="s" />
                {each.name}
              </span>
            </button>
          )}
        </For>
        <Button
          look="bare"
          icon="plus"
          aria-label={t("floor.somebodyElseAt", { name: props.strip.name })}
          onClick={() => setNaming(true)}
        >
          {t("floor.somebodyElse")}
        </Button>
      </div>
      <Dialog
        isOpen={isNaming()}
        isModal={props.isOwn === true}
        title={t(props.isOwn === true ? "floor.whoIsWithYou" : "floor.whoIsThere", { name: props.strip.name })}
        onClose={() => setNaming(false)}
      >
        <Classmates
          {...props}
          onName={(pupilId) => {
            setNaming(false);
            toggle(pupilId);
          }}
        />
      </Dialog>
    </section>
  );
}

/** The birds of the class who are not named here yet. */
function Classmates(props: WhoSpeaksProps & { onName: (pupilId: PupilId) => void }) {
  const { t } = useI18n();
  const [pupils, { refetch }] = createResource(
    () => props.showId,
    async (id) => (await api.classrooms.read((await api.shows.read(id)).channel.classroomId)).pupils,
  );
  const isNew = ({ id }: Pupil) => props.strip.company.every(({ pupilId }) => pupilId !== id);
  return (
    <Loaded from={pupils} onRetry={() => void refetch()} lines={3}>
      {(found) => (
        <div class="classmates">
          <For each={found().filter(isNew)} fallback={<p class="quiet">{t("floor.everybodyNamed")}</p>}>
            {(pupil) => (
              <Button look="bare" onClick={() => props.onName(pupil.id)}>
                <BirdAvatar bird={pupil.bird} colour={pupil.colour} />
                {pupil.firstName}
              </Button>
            )}
          </For>
        </div>
      )}
    </Loaded>
  );
}

/** The same from the desk, for any pupil's microphone. */
export function DeskWhoSpeaks(props: { strip: Strip; desk: Desk }) {
  const say = (pupilIds: PupilId[]) =>
    void props.desk.studio.tell("setSpeakers", { stripId: props.strip.id, pupilIds });
  return (
    <Show when={props.desk.studio.snapshot()?.showId}>
      {(showId) => <WhoSpeaks strip={props.strip} showId={showId()} onSpeakers={say} />}
    </Show>
  );
}

/** The names of those who speak at a strip; of a teacher's, its own. */
export function SpeakerNames(props: { strip: Strip }) {
  const { language } = useI18n();
  const names = () => {
    const speaking = props.strip.company.filter(({ isSpeaking }) => isSpeaking).map(({ name }) => name);
    return speaking.length === 0 ? props.strip.name : new Intl.ListFormat(language()).format(speaking);
  };
  return <>{names()}</>;
}
