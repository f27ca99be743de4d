import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Message } from "../ui/Message.tsx";
import { codeInScan } from "../class-code-link.ts";
import { openQrReader } from "./open-qr-reader.ts";

/** Whether there is a camera to ask for. */
export const canScan = () => "mediaDevices" in navigator;

/** Looks through the camera for a class code. Nothing is kept or sent; the camera is released on closing. */
export function ScanDialog(props: { isOpen: boolean; onClose: () => void; onCode: (code: string) => void }) {
  const { t } = useI18n();
  return (
    <Dialog isOpen={props.isOpen} title={t("doors.scanTitle")} onClose={() => props.onClose()}>
      <Camera onCode={(code) => props.onCode(code)} />
    </Dialog>
  );
}

function Camera(props: { onCode: (code: string) => void }) {
  const { t } = useI18n();
  const [state, setState] = createSignal<"asking" | "looking" | "refused">("asking");
  let video!: HTMLVideoElement;
  createEffect(() => {
    const closing = new AbortController();
    onCleanup(() => closing.abort());
    look(
      video,
      closing.signal,
      (code) => props.onCode(code),
      () => setState("looking"),
    ).catch(() => setState("refused"));
  });
  return (
    <div class="stack">
      <Show
        when={state() !== "refused"}
        fallback={
          <Message look="warning" title={t("doors.scanRefused")}>
            {t("doors.scanRefusedAdvice")}
          </Message>
        }
      >
        <p>{state() === "asking" ? t("doors.scanAsk") : t("doors.scanLook")}</p>
        <video ref={video} class="viewfinder" muted playsinline />
      </Show>
    </div>
  );
}

async function look(video: HTMLVideoElement, signal: AbortSignal, onCode: (code: string) => void, onOpen: () => void) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const release = () => stream.getTracks().forEach((track) => track.stop());
  // The dialog may have been closed while the permission was asked.
  if (signal.aborted) {
    release();
    return;
  }
  signal.addEventListener("abort", release, { once: true });
  video.srcObject = stream;
  await video.play();
  onOpen();
  const read = await openQrReader();
  const frame = async () => {
    if (signal.aborted) return;
    const found = codeInScan((await read(video)) ?? "");
    if (found === undefined) video.requestVideoFrameCallback(() => void frame().catch(() => undefined));
    else onCode(found);
  };
  await frame();
}
