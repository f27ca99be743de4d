import { createEffect, createResource, createSignal, For, on, Show } from "solid-js";
import type { RundownLine } from "../../schemas/rundown.ts";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createRundown } from "../rundown/create-rundown.ts";
import { namesOfSpeakers, placeOf, readClass, type RundownClass } from "../rundown/read-class.ts";
import { RundownEditor } from "../rundown/RundownEditor.tsx";
import { Button } from "../ui/Button.tsx";
import { createRoving } from "../ui/create-roving.ts";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { ready } from "../ui/ready.ts";
import { createRundownClock } from "./create-rundown-clock.ts";
import type { Desk } from "./desk.ts";
import { RundownNow } from "./RundownNow.tsx";
import { RundownPart } from "./RundownPart.tsx";
import { currentLine, linesAhead, secondsUntil, type RundownTime } from "./rundown-time.ts";
import "./rundown-column.css";

type ColumnProps = { snapshot: StudioSnapshot; desk: Desk };

/** The desk's rundown: what is on, the key that moves on, what follows, and when it ends; or its editor, in the same place. */
export function RundownColumn(props: ColumnProps) {
  const { t } = useI18n();
  const [isEditing, setEditing] = createSignal(false);
  // eslint-disable-next-line solid/reactivity -- A desk stays with its show.
  const { showId } = props.snapshot;
  const [known] = createResource(() => readClass(showId));
  const isEmpty = () => props.snapshot.rundown.lines.length === 0;
  return (
    <div class="rundown-column">
      <Show
        when={isEditing() || isEmpty()}
        fallback={<RundownRun {...props} known={ready(known)} onEdit={() => setEditing(true)} />}
      >
        <Show when={!isEmpty()}>
          <Button
            icon="tick"
            isWide
            onClick={() => {
              setEditing(false);
            }}
          >
            {t("rundown.editDone")}
          </Button>
        </Show>
        <RundownAtDesk snapshot={props.snapshot} onFirst={() => setEditing(true)} />
      </Show>
    </div>
  );
}

/** The same editor as before the show; what another saves meanwhile is brought in. */
function RundownAtDesk(props: { snapshot: StudioSnapshot; onFirst: () => void }) {
  // eslint-disable-next-line solid/reactivity -- A desk stays with its show.
  const { showId } = props.snapshot;
  const [found, { refetch }] = createResource(async () => {
    const [known, first] = await Promise.all([readClass(showId), placeOf(showId).read()]);
    return { known, first };
  });
  return (
    <Loaded from={found} onRetry={() => void refetch()} lines={4}>
      {(page) => (
        <Show when={page()} keyed>
          {({ known, first }) => (
            <EditorAtDesk known={known} rundown={createRundown(first, placeOf(showId))} {...props} />
          )}
        </Show>
      )}
    </Loaded>
  );
}

function EditorAtDesk(props: {
  snapshot: StudioSnapshot;
  known: RundownClass;
  rundown: ReturnType<typeof createRundown>;
  onFirst: () => void;
}) {
  createEffect(
    on(
      () => props.snapshot.rundown.revision,
      (revision) => void props.rundown.follow(revision),
    ),
  );
  // An empty rundown shows the editor by itself; once there is a part, it stays open until it is closed.
  createEffect(() => {
    if (props.rundown.items().length > 0) props.onFirst();
  });
  return <RundownEditor showId={props.snapshot.showId} rundown={props.rundown} known={props.known} />;
}

/** The rundown as it runs. */
function RundownRun(props: ColumnProps & { known: RundownClass | undefined; onEdit: () => void }) {
  const { t, language, formats } = useI18n();
  const state = () => props.snapshot.rundown;
  const { studio } = props.desk;
  const clock = createRundownClock(studio.signalling.clock, state);
  const roving = createRoving(() => state().lines.map(({ id }) => id));
  const isAtEnd = () => linesAhead(state()).length === 0;
  const who = (line: RundownLine) => namesOfSpeakers(line.speakers, props.known?.pupils ?? [], t, language());
  const beginsAt = (line: RundownLine) => {
    const now = clock()?.nowMs;
    const seconds = now === undefined ? undefined : secondsUntil(state(), line.id, now);
    return seconds === undefined ? "" : formats().time(new Date(now! + seconds * 1_000).toISOString());
  };
  return (
    <>
      <RundownNow state={state()} time={clock()?.time} who={who} />
      <button
        type="button"
        class="btn primary tall rundown-next"
        aria-disabled={isAtEnd() ? "true" : undefined}
        onClick={() => {
          if (!isAtEnd()) void studio.tell("nextItem", { after: state().current?.itemId ?? null });
        }}
      >
        <Icon name="skip" isMirrored />
        <Show when={!isAtEnd()} fallback={t("rundown.atEnd")}>
          {t(state().current === null ? "rundown.begin" : "rundown.next")}
        </Show>
      </button>
      <ol
        class="rundown-lines"
        aria-label={t("rundown.lines")}
        onFocusIn={roving.onFocusIn}
        onKeyDown={roving.onKeyDown}
      >
        <For each={state().lines}>
          {(line) => (
            <RundownPart
              line={line}
              isCurrent={line.id === currentLine(state())?.line.id}
              isDone={state().doneIds.includes(line.id)}
              beginsAt={beginsAt(line)}
              who={who(line)}
              tabIndex={roving.tabIndexOf(line.id)}
              onGo={() => void studio.tell("goToItem", { itemId: line.id })}
            />
          )}
        </For>
      </ol>
      <RundownFoot
        time={clock()?.time}
        onEdit={() => {
          props.onEdit();
        }}
      />
    </>
  );
}

function RundownFoot(props: { time: RundownTime | undefined; onEdit: () => void }) {
  const { t, formats } = useI18n();
  const late = (seconds: number) => {
    // Under ten seconds nobody is late.
    if (Math.abs(seconds) < 10) return t("rundown.onTime");
    return t(seconds > 0 ? "rundown.late" : "rundown.early", { time: formats().clock(Math.abs(seconds)) });
  };
  return (
    <div class="rundown-foot">
      <Show when={props.time}>
        {(time) => (
          <p>
            {t("rundown.expectedEnd")} <b>{formats().time(new Date(time().endMs).toISOString())}</b>
            <span class="quiet">{late(time().lateSeconds)}</span>
          </p>
        )}
      </Show>
      <Button
        look="bare"
        size="square"
        icon="pencil"
        aria-label={t("rundown.edit")}
        onClick={() => {
          props.onEdit();
        }}
      />
    </div>
  );
}
