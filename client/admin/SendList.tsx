import { createSignal, Show, type JSX } from "solid-js";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";

type SendListProps = {
  /** How many lines of the file cannot be taken over: they are left out on purpose, or the file is put right. */
  unread: number;
  leaveWord: string;
  /** Whether what was read may not be taken over as it is. */
  isShut: boolean;
  sendWord: string;
  onSend: () => Promise<unknown>;
  /** What the list would make. */
  children: JSX.Element;
};

/** What a list that was read would make, and the key that takes it over. */
export function SendList(props: SendListProps) {
  const [isLeaving, setLeaving] = createSignal(false);
  const sending = createAttempt(() => props.onSend());
  return (
    <>
      <Show when={props.unread > 0}>
        <label class="check">
          <input type="checkbox" checked={isLeaving()} onChange={(event) => setLeaving(event.currentTarget.checked)} />
          <span>{props.leaveWord}</span>
        </label>
      </Show>
      {props.children}
      <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button
          look="primary"
          size="tall"
          class="push"
          disabled={props.isShut || (props.unread > 0 && !isLeaving())}
          isBusy={sending.isBusy()}
          onClick={() => void sending.attempt()}
        >
          {props.sendWord}
        </Button>
      </div>
    </>
  );
}
