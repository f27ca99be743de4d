import { createEffect, createSignal, createUniqueId, onCleanup, Show, type JSX } from "solid-js";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-shapes.ts";

type HoldKeyProps = {
  class: string;
  icon: IconName;
  label: string;
  hint: string;
  /** Why it cannot be pressed now; undefined when it can. */
  reason?: string | undefined;
  seconds: number;
  /** What the keyboard is asked instead of holding, and its two answers. */
  question: string;
  yes: string;
  no: string;
  onAct: () => void;
};

/** A key that acts when it is held; by keyboard or switch it asks in place, with the focus on the safe answer. */
export function HoldKey(props: HoldKeyProps) {
  const [isAsking, setIsAsking] = createSignal(false);
  let key: HTMLButtonElement | undefined;
  const act = (isMeant: boolean) => {
    setIsAsking(false);
    if (isMeant) props.onAct();
    else queueMicrotask(() => key?.focus());
  };
  return (
    <Show
      when={isAsking()}
      fallback={
        <HeldButton
          {...props}
          ref={(element) => (key = element)}
          onAsk={() => {
            setIsAsking(true);
          }}
        />
      }
    >
      <Confirm question={props.question} yes={props.yes} no={props.no} class={props.class} onAnswer={act} />
    </Show>
  );
}

/**
 * Follows a pressed pointer: `--held` grows from 0 to 1, then `onHeld`; letting go earlier does nothing. What counts is how long the finger
 * was down by the events' own clock, so that a tablet that is too busy to draw still obeys.
 */
function createHold(seconds: () => number, onHeld: () => void) {
  const [share, setShare] = createSignal(0);
  let frame = 0;
  let pressedMs: number | undefined;
  const end = () => {
    cancelAnimationFrame(frame);
    pressedMs = undefined;
    setShare(0);
  };
  /** Whether it is held for long enough at an instant; then it is over. */
  const isHeldAt = (nowMs: number) => {
    if (pressedMs === undefined) return true;
    const held = (nowMs - pressedMs) / (seconds() * 1_000);
    setShare(Math.min(1, Math.max(0, held)));
    if (held < 1) return false;
    end();
    onHeld();
    return true;
  };
  const grow = (nowMs: number) => {
    if (!isHeldAt(nowMs)) frame = requestAnimationFrame(grow);
  };
  onCleanup(end);
  return {
    share,
    end,
    press: (nowMs: number) => {
      pressedMs = nowMs;
      frame = requestAnimationFrame(grow);
    },
    release: (nowMs: number) => {
      isHeldAt(nowMs);
      end();
    },
  };
}

function HeldButton(props: HoldKeyProps & { ref: (element: HTMLButtonElement) => void; onAsk: () => void }) {
  const id = createUniqueId();
  const isOff = () => props.reason !== undefined;
  const hold = createHold(
    () => props.seconds,
    () => {
      props.onAct();
    },
  );
  createEffect(() => {
    if (isOff()) hold.end();
  });
  return (
    <button
      ref={props.ref}
      type="button"
      class={`${props.class} holdable`}
      style={{ "--held": hold.share() }}
      aria-disabled={isOff() ? "true" : undefined}
      aria-describedby={id}
      data-refuge=""
      onPointerDown={(event) => {
        if (!isOff() && event.button === 0) hold.press(event.timeStamp);
      }}
      onPointerUp={(event) => {
        hold.release(event.timeStamp);
      }}
      onPointerLeave={hold.end}
      onPointerCancel={hold.end}
      onContextMenu={(event) => {
        event.preventDefault();
      }}
      onClick={(event) => {
        // A click without a pointer comes from the keyboard, a switch or a screen reader.
        if (event.detail === 0 && !isOff()) props.onAsk();
      }}
    >
      <Icon name={props.icon} />
      <span>
        {props.label}
        <small id={id}>{props.reason ?? props.hint}</small>
      </span>
    </button>
  );
}

/** A question in the place of the key that raised it; Escape is the safe answer. */
export function Confirm(props: {
  question: string;
  yes: string;
  no: string;
  class?: string;
  onAnswer: (isMeant: boolean) => void;
}): JSX.Element {
  let safe!: HTMLButtonElement;
  createEffect(() => {
    safe.focus();
  });
  return (
    <div
      class="confirm"
      role="group"
      aria-label={props.question}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onAnswer(false);
      }}
    >
      <button
        type="button"
        class={props.class ?? "btn"}
        onClick={() => {
          props.onAnswer(true);
        }}
      >
        {props.yes}
      </button>
      <button
        type="button"
        ref={safe}
        class="btn"
        onClick={() => {
          props.onAnswer(false);
        }}
      >
        {props.no}
      </button>
    </div>
  );
}
