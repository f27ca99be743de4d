import { createSignal, Show } from "solid-js";
import type { Channel } from "../../../schemas/channels.ts";
import type { PodcastImport } from "../../../schemas/podcast-imports.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { createSending } from "../../ui/create-sending.ts";
import { Field } from "../../ui/Field.tsx";
import { Refused } from "../../ui/Message.tsx";
import { Work } from "../../ui/Work.tsx";

const accepted = ".zip,.xml,.rss,.json,.jpg,.jpeg,.png,.webp,.mp3,.m4a,.m4b,.aac,.ogg,.oga,.opus,.flac,.wav,audio/*";

/** Sends the files of a podcast, one after the other, and then shows what they are. */
export function SendFiles(props: { channel: Channel; onFound: (told: PodcastImport) => void }) {
  const { t, formats } = useI18n();
  const [name, setName] = createSignal("");
  const sending = createSending(async (files: readonly File[], { onProgress, signal }) => {
    const sum = files.reduce((bytes, { size }) => bytes + size, 0);
    let told = await api.podcastImports.fromFiles(props.channel.id);
    let sent = 0;
    try {
      for (const file of files) {
        setName(file.name);
        const begun = sent;
        const options = { signal, onProgress: (share: number) => onProgress((begun + share * file.size) / sum) };
        told = await api.podcastImports.sendFile(told.id, formOf(file), options);
        sent += file.size;
      }
    } catch (error) {
      // Nothing stays of a sending that was stopped or refused.
      await api.podcastImports.stop(told.id).catch(() => undefined);
      throw error;
    }
    props.onFound(told);
  });
  return (
    <div class="stack">
      <Field label={t("podcasts.filesLabel")} hint={t("podcasts.filesHint")}>
        {(ids) => (
          <input
            {...ids}
            class="input"
            type="file"
            multiple
            accept={accepted}
            disabled={sending.share() !== undefined}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              if (files.length > 0) void sending.send(files);
            }}
          />
        )}
      </Field>
      <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Show when={sending.share() !== undefined}>
        <Work share={sending.share() ?? 0} onStop={() => sending.stop()}>
          {t("podcasts.sendingFile", { name: name(), percent: formats().percent(sending.share() ?? 0) })}
        </Work>
      </Show>
    </div>
  );
}

function formOf(file: File): FormData {
  const form = new FormData();
  // The name first, so that the server knows it when the file begins to come.
  form.append("name", file.name);
  form.append("file", file);
  return form;
}
