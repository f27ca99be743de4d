import { createEffect, createSignal, on, Show, untrack } from "solid-js";
import type { EpisodeId } from "../../schemas/ids.ts";
import { longestTranscript, type EpisodeText } from "../../schemas/transcripts.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { decodeText } from "../ui/decode-text.ts";
import { TextArea } from "../ui/Field.tsx";
import { FileKey } from "../ui/FileKey.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { LeaveUnsaved } from "./LeaveUnsaved.tsx";
import { NamedPupils } from "./NamedPupils.tsx";
import { isReadable, timesIn, withInitial } from "./typed-text.ts";

type TranscriptFormProps = {
  episodeId: EpisodeId;
  /** Language that is spoken. */
  language: string;
  kept: EpisodeText | undefined;
  onKept: (text: EpisodeText | undefined) => void;
};

/** Types, pastes or reads an episode's text from a file, and looks at what the station made of it. */
export function TranscriptForm(props: TranscriptFormProps) {
  const { t, count } = useI18n();
  const say = useToasts();
  const [typed, setTyped] = createSignal(untrack(() => props.kept?.text ?? ""));
  const [fault, setFault] = createSignal<string>();
  createEffect(
    on(
      () => props.kept,
      (kept) => setTyped(kept?.text ?? ""),
      { defer: true },
    ),
  );
  const write = (text: string) => {
    setFault(text.length > longestTranscript ? t("transcript.tooLong", { count: longestTranscript }) : undefined);
    setTyped(text);
  };
  const saving = createAttempt(async () => {
    props.onKept(await api.episodes.writeText(props.episodeId, typed()));
    say(t("transcript.saved"));
  });
  const readFile = async (file: File) => {
    const text = file.size > 4 * longestTranscript ? "" : decodeText(new Uint8Array(await file.arrayBuffer()));
    if (isReadable(text)) write(text);
    else setFault(t("transcript.fileBad"));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (fault() === undefined) void saving.attempt();
  };
  const said = () => {
    const times = timesIn(typed());
    if (typed().trim() === "") return t("transcript.labelHint");
    return times === 0 ? t("transcript.plain") : count("transcript.lines", times);
  };
  const onInitial = (name: string) => {
    write(withInitial(typed(), name));
    say(t("transcript.initialDone"));
  };
  return (
    <form class="stack" onSubmit={submit}>
      <LeaveUnsaved isUnsaved={typed() !== (props.kept?.text ?? "")} />
      <Show when={props.kept?.isWithheld}>
        <Message look="warning" title={t("transcript.withheld")}>
          {t("transcript.withheldHint")}
        </Message>
      </Show>
      <Show when={props.kept}>
        {(kept) => <NamedPupils names={kept().named} typed={typed()} onInitial={onInitial} />}
      </Show>
      <Show when={props.kept === undefined && typed() === ""}>
        <p>{t("transcript.none")}</p>
      </Show>
      <TextArea
        label={t("transcript.label")}
        hint={said()}
        error={fault()}
        rows={10}
        dir="auto"
        lang={props.language}
        spellcheck
        value={typed()}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="row wrap">
        <FileKey
          accept=".vtt,.srt,.txt,text/vtt,text/plain,application/x-subrip"
          onFile={(file) => void readFile(file)}
        >
          {t("transcript.file")}
        </FileKey>
        <Show when={props.kept}>
          <RemoveText episodeId={props.episodeId} onRemoved={() => props.onKept(undefined)} />
        </Show>
        <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()} disabled={typed().trim() === ""}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
}

function RemoveText(props: { episodeId: EpisodeId; onRemoved: () => void }) {
  const { t } = useI18n();
  const say = useToasts();
  const [isAsking, setAsking] = createSignal(false);
  const remove = async () => {
    await api.episodes.removeText(props.episodeId);
    props.onRemoved();
    say(t("transcript.removed"));
  };
  return (
    <>
      <Button look="bare" icon="bin" onClick={() => setAsking(true)}>
        {t("transcript.remove")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking()}
        title={t("transcript.removeTitle")}
        keep={t("frame.keep")}
        confirm={t("transcript.remove")}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      >
        {t("transcript.removeText")}
      </ConfirmDialog>
    </>
  );
}
