import { createSignal, For } from "solid-js";
import { api, type ClassShow } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { createAttempt } from "../ui/create-attempt.ts";

/** The later dates of a weekly slot: each can be skipped, all can be called off. */
export function SlotDates(props: { next: ClassShow; following: readonly ClassShow[]; onChanged: () => void }) {
  const { t, count, formats } = useI18n();
  const [isEnding, setEnding] = createSignal(false);
  const day = () =>
    formats()
      .day(props.following.at(-1)?.show.scheduledAt ?? "")
      .toLocaleLowerCase();
  const end = async () => {
    await api.shows.removeFollowing(props.next.show.id);
    props.onChanged();
  };
  return (
    <details class="slot-dates">
      <summary>{count("library.slotDates", props.following.length, { day: day() })}</summary>
      <ul>
        <For each={props.following}>{(each) => <SlotDate each={each} onSkipped={() => props.onChanged()} />}</For>
      </ul>
      <Button look="danger" icon="bin" onClick={() => setEnding(true)}>
        {t("library.slotEnd")}
      </Button>
      <ConfirmDialog
        isOpen={isEnding()}
        title={t("library.slotEndTitle", { title: props.next.show.title })}
        keep={t("frame.keep")}
        confirm={t("library.slotEnd")}
        onClose={() => setEnding(false)}
        onConfirm={() => end()}
      >
        {t("library.slotEndText")}
      </ConfirmDialog>
    </details>
  );
}

function SlotDate(props: { each: ClassShow; onSkipped: () => void }) {
  const { t, formats } = useI18n();
  const moment = () => formats().moment(props.each.show.scheduledAt ?? "");
  const skipping = createAttempt(async () => {
    await api.shows.remove(props.each.show.id);
    props.onSkipped();
  });
  return (
    <li>
      <span>{moment()}</span>
      <Button
        look="bare"
        aria-label={t("library.slotSkipOf", { moment: moment() })}
        isBusy={skipping.isBusy()}
        onClick={() => void skipping.attempt()}
      >
        {t("library.slotSkip")}
      </Button>
    </li>
  );
}
