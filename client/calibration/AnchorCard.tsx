import { createSignal, createUniqueId, Show } from "solid-js";
import type { Anchor } from "../../schemas/anchors.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Comparison } from "./Comparison.tsx";
import { RatingForm } from "./RatingForm.tsx";

type CardProps = {
  anchor: Anchor;
  isOpen: boolean;
  onToggle: () => void;
  onRated: (anchor: Anchor) => void;
  onRemoved: () => void;
};

/** One recording: its title, and opened what is to be heard, rated and compared. */
export function AnchorCard(props: CardProps) {
  const { t } = useI18n();
  const id = createUniqueId();
  return (
    <section class="panel anchor" aria-labelledby={id}>
      <h2 class="anchor-title">
        <button type="button" class="anchor-head" aria-expanded={props.isOpen} onClick={() => props.onToggle()}>
          <span class="anchor-words">
            <b id={id}>{props.anchor.title}</b>
            <span class="quiet small">
              {t(`exercises.grade_${props.anchor.grade}`)}, {props.anchor.rubric}
            </span>
          </span>
          <State anchor={props.anchor} />
        </button>
      </h2>
      <Show when={props.isOpen}>
        <Opened {...props} />
      </Show>
    </section>
  );
}

function State(props: { anchor: Anchor }) {
  const { t } = useI18n();
  return (
    <Show when={!props.anchor.isOwn} fallback={<Chip look="info">{t("calibration.own")}</Chip>}>
      <Show when={props.anchor.rating !== null} fallback={<Chip look="waiting">{t("calibration.toRate")}</Chip>}>
        <Chip look="ready">{t("calibration.rated")}</Chip>
      </Show>
    </Show>
  );
}

function Opened(props: CardProps) {
  const { t } = useI18n();
  const staff = useStaff();
  const [isAgain, setAgain] = createSignal(false);
  const [isRemoving, setRemoving] = createSignal(false);
  const isRating = () => !props.anchor.isOwn && (props.anchor.rating === null || isAgain());
  const rate = async (levels: number[]) => {
    props.onRated(await api.anchors.rate(props.anchor.id, levels));
    setAgain(false);
  };
  const remove = async () => {
    await api.anchors.remove(props.anchor.id);
    props.onRemoved();
  };
  return (
    <div class="anchor-body">
      <div class="anchor-sound">
        <audio
          controls
          preload="none"
          aria-label={t("calibration.listen", { title: props.anchor.title })}
          src={api.anchors.soundUrl(props.anchor.id)}
        />
        <span class="quiet small">{t(`calibration.voice_${props.anchor.voice}`)}</span>
      </div>
      <Show when={isRating()} fallback={<Comparison anchor={props.anchor} />}>
        <RatingForm anchor={props.anchor} onRate={rate} />
      </Show>
      <div class="anchor-keys">
        <Show when={!props.anchor.isOwn && !isRating()}>
          <Button onClick={() => setAgain(true)}>{t("calibration.again")}</Button>
        </Show>
        <Show when={props.anchor.isOwn || staff.account.role === "admin"}>
          <Button look="bare" icon="bin" onClick={() => setRemoving(true)}>
            {t("calibration.remove")}
          </Button>
        </Show>
      </div>
      <ConfirmDialog
        isOpen={isRemoving()}
        title={t("calibration.removeAsk", { title: props.anchor.title })}
        keep={t("calibration.cancel")}
        confirm={t("calibration.remove")}
        onClose={() => setRemoving(false)}
        onConfirm={remove}
      >
        {t("calibration.removeHint")}
      </ConfirmDialog>
    </div>
  );
}
