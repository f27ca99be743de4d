import { createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import type { Channel } from "../../../schemas/channels.ts";
import type { ImportSource, PodcastImport } from "../../../schemas/podcast-imports.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { useStaff } from "../../staff.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Field, TextField } from "../../ui/Field.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Refused } from "../../ui/Message.tsx";
import { SendFiles } from "./SendFiles.tsx";

type SourceProps = { channel: Channel; onFound: (told: PodcastImport) => void };

/** Where a podcast comes from: an address, files, or for admins a folder of the station's disk. */
export function ImportSources(props: SourceProps) {
  const { t } = useI18n();
  const staff = useStaff();
  const [source, setSource] = createSignal<ImportSource>("feed");
  const choices = () => ({
    feed: t("podcasts.feed"),
    files: t("podcasts.files"),
    ...(staff.account.role === "admin" && { folder: t("podcasts.folder") }),
  });
  return (
    <section class="panel" aria-label={t("podcasts.from")}>
      <div class="panel-body stack">
        <Choice<ImportSource>
          label={t("podcasts.from")}
          chosen={source()}
          choices={choices() as Record<ImportSource, string>}
          onChoose={setSource}
        />
        <Switch>
          <Match when={source() === "feed"}>
            <FromFeed {...props} />
          </Match>
          <Match when={source() === "files"}>
            <SendFiles {...props} />
          </Match>
          <Match when={source() === "folder"}>
            <FromFolder {...props} />
          </Match>
        </Switch>
      </div>
    </section>
  );
}

function FromFeed(props: SourceProps) {
  const { t } = useI18n();
  const [url, setUrl] = createSignal("");
  const looking = createAttempt(async () => {
    props.onFound(await api.podcastImports.fromFeed(props.channel.id, url().trim()));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void looking.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={t("podcasts.address")}
        hint={t("podcasts.addressHint")}
        type="url"
        inputmode="url"
        autocomplete="off"
        required
        value={url()}
        onInput={(event) => setUrl(event.currentTarget.value)}
      />
      <Show when={looking.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={looking.isBusy()}>
          {t("podcasts.look")}
        </Button>
      </div>
    </form>
  );
}

function FromFolder(props: SourceProps) {
  const { t } = useI18n();
  const [folders, { refetch }] = createResource(() => props.channel.id, api.podcastImports.listFolders);
  return (
    <Loaded from={folders} onRetry={() => void refetch()}>
      {(found) => (
        <Show
          when={found().length > 0}
          fallback={
            <Empty title={t("podcasts.folderNone")} level={3}>
              {t("podcasts.folderNoneHint")}
            </Empty>
          }
        >
          <FolderForm {...props} folders={found()} />
        </Show>
      )}
    </Loaded>
  );
}

function FolderForm(props: SourceProps & { folders: readonly string[] }) {
  const { t } = useI18n();
  const [chosen, setChosen] = createSignal<string>();
  const looking = createAttempt(async () => {
    props.onFound(await api.podcastImports.fromFolder(props.channel.id, chosen() ?? props.folders[0]!));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void looking.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Field label={t("podcasts.folderLabel")}>
        {(ids) => (
          <select {...ids} class="input" onChange={(event) => setChosen(event.currentTarget.value)}>
            <For each={props.folders}>{(name) => <option value={name}>{name}</option>}</For>
          </select>
        )}
      </Field>
      <Show when={looking.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={looking.isBusy()}>
          {t("podcasts.look")}
        </Button>
      </div>
    </form>
  );
}
