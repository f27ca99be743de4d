import { createEffect, createSignal, For, onCleanup, onMount, Show, untrack } from "solid-js";
import type { TakeId } from "../../../schemas/ids.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { ProgressTake } from "../../../schemas/progress.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Refused } from "../../ui/Message.tsx";
import { createTake } from "./create-take.ts";
import { isTyping } from "./is-typing.ts";
import { TakeWork } from "./TakeWork.tsx";
import "./listen.css";

type ListenProps = {
  pupil: Pupil;
  pupils: readonly Pupil[];
  takes: readonly ProgressTake[];
  /** Goes on to another pupil of whom something is to be heard. */
  onNext: () => void;
  onChanged: () => void;
};

const mostKeys = 9;

/** Takes of a pupil to listen to, those first that nobody has heard, with the keys 1 to 9; and the one that is being listened to. */
export function ListenPanel(props: ListenProps) {
  const { t } = useI18n();
  // In the order in which the panel was opened: a take that is heard now does not jump away.
  const [order, setOrder] = createSignal<readonly TakeId[]>([]);
  const [chosen, setChosen] = createSignal<TakeId>();
  createEffect<string>((before) => {
    const { id } = props.pupil;
    const sorted = props.takes.toSorted(
      (a, b) => Number(a.isHeard) - Number(b.isHeard) || b.recordedAt.localeCompare(a.recordedAt),
    );
    const isAnother = id !== before;
    const former = isAnother ? [] : untrack(order);
    const known = former.filter((takeId) => sorted.some((take) => take.takeId === takeId));
    const all = [...known, ...sorted.map(({ takeId }) => takeId).filter((takeId) => !known.includes(takeId))];
    setOrder(all);
    if (isAnother || untrack(chosen) === undefined) setChosen(all[0]);
    return id;
  }, "");
  const queue = () => order().flatMap((id) => props.takes.find(({ takeId }) => takeId === id) ?? []);
  const next = () => {
    const at = queue().findIndex(({ takeId }) => takeId === chosen());
    const rest = queue().slice(at + 1);
    const found = rest.find(({ isHeard }) => !isHeard);
    if (found === undefined) props.onNext();
    else setChosen(found.takeId);
  };
  const onKey = (event: KeyboardEvent) => {
    const place = Number(event.key);
    if (isTyping(event) || !(place >= 1 && place <= mostKeys)) return;
    const take = queue()[place - 1];
    if (take !== undefined) setChosen(take.takeId);
  };
  onMount(() => document.addEventListener("keydown", onKey));
  onCleanup(() => document.removeEventListener("keydown", onKey));
  return (
    <Show
      when={queue().length > 0}
      fallback={
        <Empty level={3} title={t("progress.noTakes")}>
          {t("progress.noTakesHint")}
        </Empty>
      }
    >
      <Queue queue={queue()} pupils={props.pupils} chosen={chosen()} onChoose={setChosen} />
      <Show when={chosen()} keyed>
        {(id) => <ChosenTake id={id} {...props} onNext={next} />}
      </Show>
    </Show>
  );
}

function Queue(props: {
  queue: readonly ProgressTake[];
  pupils: readonly Pupil[];
  chosen: TakeId | undefined;
  onChoose: (id: TakeId) => void;
}) {
  const { t, language } = useI18n();
  const day = (instant: string) =>
    new Intl.DateTimeFormat(language(), { day: "numeric", month: "short" }).format(new Date(instant));
  return (
    <div class="take-queue">
      <p class="quiet small">{t("progress.queueHint")}</p>
      <ol aria-label={t("progress.queue")}>
        <For each={props.queue}>
          {(take, index) => (
            <li>
              <button
                type="button"
                aria-current={take.takeId === props.chosen ? "true" : undefined}
                onClick={() => props.onChoose(take.takeId)}
              >
                <Show when={index() < mostKeys}>
                  <kbd aria-hidden="true">{index() + 1}</kbd>
                </Show>
                <span>
                  <b>{take.title}</b>
                  <small>
                    {day(take.recordedAt)}, {t(take.isHeard ? "progress.heard" : "progress.unheard")}
                    <Show when={props.pupils.find(({ id }) => id === take.partnerId)}>
                      {(partner) => <>, {t("progress.pair", { name: partner().firstName })}</>}
                    </Show>
                  </small>
                </span>
              </button>
            </li>
          )}
        </For>
      </ol>
    </div>
  );
}

function ChosenTake(props: ListenProps & { id: TakeId }) {
  const { t } = useI18n();
  const desk = createTake(
    () => props.id,
    () => props.onChanged(),
  );
  const former = () => {
    const at = props.takes.findIndex(({ takeId }) => takeId === props.id);
    return props.takes.slice(0, Math.max(0, at)).findLast(({ mclm }) => mclm !== null)?.mclm ?? undefined;
  };
  const goOn = async () => {
    if (desk.found.latest?.review.heardAt != null) {
      props.onNext();
      return;
    }
    const { id } = props;
    if (await desk.keep(() => api.reviews.setHeard(id))) props.onNext();
  };
  return (
    <Loaded from={desk.found} onRetry={() => desk.refetch()} lines={5}>
      {(here) => (
        <>
          <TakeWork desk={desk} {...here()} pupils={props.pupils} former={former()} onNext={() => void goOn()} />
          <Show when={desk.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
          <div class="take-end">
            <span class="quiet small" role="status">
              {desk.isSaving() ? t("progress.saving") : here().review.heardAt === null ? "" : t("progress.saved")}
            </span>
            <Button look="primary" icon="right" onClick={() => void goOn()}>
              {t("progress.next")}
            </Button>
          </div>
        </>
      )}
    </Loaded>
  );
}
