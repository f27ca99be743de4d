import { createEffect, createUniqueId, For, onCleanup } from "solid-js";
import type { TalkbackTarget } from "../../schemas/floor.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Talkback } from "./create-talkback.ts";
import "./talkback.css";

/** To whom, and the key to hold while speaking; Enter holds it until Enter again or Escape. Nothing of it is ever on air. */
export function TalkbackKeys(props: { talkback: Talkback }) {
  const { t } = useI18n();
  return (
    <div class="orders" role="group" aria-label={t("floor.talkback")}>
      <Targets talkback={props.talkback} />
      <TalkKey talkback={props.talkback} />
    </div>
  );
}

function Targets(props: { talkback: Talkback }) {
  const { t } = useI18n();
  let group!: HTMLDivElement;
  const targets = (): TalkbackTarget[] => {
    const strip = props.talkback.strip();
    const one: TalkbackTarget[] = strip === undefined ? [] : [{ kind: "strip", stripId: strip.id }];
    return [...one, { kind: "backstage" }, { kind: "all" }];
  };
  const words = (target: TalkbackTarget) =>
    target.kind === "strip" ? (props.talkback.strip()?.name ?? "") : t(`floor.to_${target.kind}`);
  const isChosen = (target: TalkbackTarget) => target.kind === props.talkback.target().kind;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = targets()[targets().findIndex(isChosen) + step];
    if (next === undefined) return;
    props.talkback.choose(next);
    group.querySelector<HTMLElement>(`[data-target="${next.kind}"]`)?.focus();
  };
  return (
    <div ref={group} class="segments" role="radiogroup" aria-label={t("floor.toWhom")} onKeyDown={move}>
      <For each={targets()}>
        {(target) => (
          <button
            type="button"
            role="radio"
            data-target={target.kind}
            aria-checked={isChosen(target)}
            tabindex={isChosen(target) ? 0 : -1}
            onClick={() => {
              props.talkback.choose(target);
            }}
          >
            {words(target)}
          </button>
        )}
      </For>
    </div>
  );
}

function TalkKey(props: { talkback: Talkback }) {
  const { t } = useI18n();
  const why = createUniqueId();
  const isOff = () => props.talkback.obstacle() !== undefined && !props.talkback.isTalking();
  const reason = () => {
    const obstacle = props.talkback.obstacle();
    if (obstacle === undefined) return t(props.talkback.isTalking() ? "floor.talkEnds" : "floor.talkHint");
    return obstacle.word === "onAir" ? t("floor.talkOnAir", { name: obstacle.name }) : t("floor.talkNoMicrophone");
  };
  const toggle = () => {
    if (props.talkback.isTalking()) props.talkback.end();
    else props.talkback.begin();
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === "Escape") props.talkback.end();
  };
  createEffect(() => {
    if (!props.talkback.isTalking()) return;
    document.addEventListener("keydown", onEscape);
    onCleanup(() => {
      document.removeEventListener("keydown", onEscape);
    });
  });
  return (
    <button
      type="button"
      class="btn talk"
      classList={{ talking: props.talkback.isTalking() }}
      aria-pressed={props.talkback.isTalking()}
      aria-disabled={isOff() ? "true" : undefined}
      aria-describedby={why}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        props.talkback.begin();
      }}
      onPointerUp={() => {
        props.talkback.end();
      }}
      onPointerCancel={() => {
        props.talkback.end();
      }}
      onClick={(event) => {
        // A click without a pointer comes from Enter, Space, a switch or a screen reader: it holds until the next one.
        if (event.detail === 0) toggle();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
      }}
    >
      <Icon name="talk" />
      <span>
        {t("floor.talkback")}
        <small id={why} aria-live="polite">
          {reason()}
        </small>
      </span>
    </button>
  );
}
