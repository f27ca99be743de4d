import { Show, type JSX } from "solid-js";
import { Button } from "./Button.tsx";
import { createAttempt } from "./create-attempt.ts";
import { Dialog } from "./Dialog.tsx";
import { Refused } from "./Message.tsx";

type ConfirmDialogProps = {
  isOpen: boolean;
  title: string;
  /** The verb of the safe choice. */
  keep: string;
  /** The verb of what cannot be undone. */
  confirm: string;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
  children: JSX.Element;
};

/** Asks once before something that cannot be undone; never for what can. Closes when it is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const running = createAttempt(() => props.onConfirm());
  const confirm = async () => {
    if (await running.attempt()) props.onClose();
  };
  return (
    <Dialog
      isOpen={props.isOpen}
      title={props.title}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{props.keep}</Button>
          <Button look="danger solid" isBusy={running.isBusy()} onClick={() => void confirm()}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <p>{props.children}</p>
      <Show when={running.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </Dialog>
  );
}
