import { createSignal, Show } from "solid-js";
import type { RundownLine } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";

/** A part in the list; pressed, it offers to go there, so that a stray finger does not change what is heard. */
export function RundownPart(props: {
  line: RundownLine;
  isCurrent: boolean;
  isDone: boolean;
  beginsAt: string;
  who: string;
  tabIndex: 0 | -1;
  onGo: () => void;
}) {
  const { t, formats } = useI18n();
  const [isOffered, setOffered] = createSignal(false);
  const go = () => {
    setOffered(false);
    props.onGo();
  };
  return (
    <li
      classList={{ done: props.isDone, current: props.isCurrent }}
      aria-current={props.isCurrent ? "step" : undefined}
    >
      <button
        type="button"
        class="line"
        aria-expanded={props.isCurrent ? undefined : isOffered()}
        data-key={props.line.id}
        tabindex={props.tabIndex}
        aria-disabled={props.isCurrent ? "true" : undefined}
        onClick={() => setOffered(!props.isCurrent && !isOffered())}
      >
        <span class="h">
          <Show when={props.isDone || props.isCurrent} fallback={props.beginsAt}>
            <Icon name={props.isCurrent ? "waves" : "tick"} />
            <span class="sr-only">{t(props.isCurrent ? "rundown.onNow" : "rundown.done")}</span>
          </Show>
        </span>
        <span class="t">{props.line.title}</span>
        <span class="d">{formats().clock(props.line.plannedSeconds)}</span>
        <Show when={props.who}>
          <span class="q">{props.who}</span>
        </Show>
      </button>
      <Show when={isOffered() && !props.isCurrent}>
        <Button icon={props.isDone ? "undo" : "skip"} isWide onClick={go}>
          {t(props.isDone ? "rundown.goBack" : "rundown.goTo", { title: props.line.title })}
        </Button>
      </Show>
    </li>
  );
}
