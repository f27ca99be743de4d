import { createEffect, createUniqueId, Show, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";

type DialogProps = {
  isOpen: boolean;
  /** The question; the keys of `footer` answer it with verbs. */
  title: string;
  /** Escape, the cross and, as long as nothing was typed, a press outside: the safe choice. */
  onClose: () => void;
  /** False on the desk, where nothing may keep a hand from Couper. */
  isModal?: boolean;
  footer?: JSX.Element;
  children: JSX.Element;
};

/** The browser's own dialog: focus goes in, Escape is the safe choice, focus comes back. From the bottom on a phone. */
export function Dialog(props: DialogProps) {
  const { t } = useI18n();
  const titleId = createUniqueId();
  let dialog!: HTMLDialogElement;
  let isTouched = false;
  createEffect(() => {
    isTouched = false;
    if (!props.isOpen) dialog.close();
    else if (dialog.open) return;
    else if (props.isModal === false) dialog.show();
    else dialog.showModal();
  });
  const closeFromOutside = (event: MouseEvent) => {
    if (event.target === dialog && !isTouched) props.onClose();
  };
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onClick={closeFromOutside}
      onInput={() => (isTouched = true)}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <Show when={props.isOpen}>
        <div class="dialog-head">
          <h2 id={titleId} tabIndex={-1}>
            {props.title}
          </h2>
          <Button
            look="bare"
            size="square"
            icon="close"
            aria-label={t("frame.close")}
            onClick={() => props.onClose()}
          />
        </div>
        <div class="body">{props.children}</div>
        <Show when={props.footer}>
          <div class="dialog-foot">{props.footer}</div>
        </Show>
      </Show>
    </dialog>
  );
}
