import { createEffect, Show } from "solid-js";
import type { Table } from "../../schemas/floor.ts";
import type { Classroom } from "../../schemas/people.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { QrCode } from "../ui/QrCode.tsx";

/** The class code as large as the board: read from the back of the room. Escape leaves. */
export function CodeBoard(props: {
  isOpen: boolean;
  classroom: Classroom;
  /** At which table the code is scanned; undefined: anywhere. */
  table: Table | undefined;
  link: string;
  onClose: () => void;
}) {
  const { t } = useI18n();
  let board!: HTMLDialogElement;
  createEffect(() => {
    if (!props.isOpen) {
      board.close();
      return;
    }
    board.showModal();
    // A browser that refuses the whole screen, or has none to give, still shows the whole page.
    if (document.fullscreenEnabled) void board.requestFullscreen().catch(() => undefined);
  });
  const leave = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    props.onClose();
  };
  const onFullscreenChange = () => {
    if (document.fullscreenElement === null && props.isOpen) props.onClose();
  };
  return (
    <dialog
      ref={board}
      class="board"
      aria-label={t("classroom.codeTitle")}
      onClose={() => props.isOpen && leave()}
      on:fullscreenchange={onFullscreenChange}
    >
      <h2>
        {props.classroom.name}
        <Show when={props.table}>{(table) => <>, {t("floor.tableName", { table: table() })}</>}</Show>
      </h2>
      <QrCode address={props.link} />
      <p class="code-word">{props.classroom.code}</p>
      <p>{t("classroom.codeHow", { address: new URL(props.link).host })}</p>
      <Button icon="close" onClick={leave}>
        {t("classroom.boardLeave")}
      </Button>
    </dialog>
  );
}
