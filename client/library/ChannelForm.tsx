import { A } from "@solidjs/router";
import { createMemo, createSignal, For, Show, untrack } from "solid-js";
import type { Channel, NewChannel } from "../../schemas/channels.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { AvatarPicker } from "../ui/AvatarPicker.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Field, TextArea, TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { LeaveUnsaved } from "./LeaveUnsaved.tsx";

type ChannelFormProps = { classroomId: ClassroomId; channel?: Channel; onSaved: (channel: Channel) => void };

const spoken = [
  "fr",
  "en",
  "ar",
  "uk",
  "pt",
  "tr",
  "es",
  "de",
  "it",
  "oc",
  "br",
] as const satisfies Channel["language"][];

const blank: NewChannel = {
  title: "",
  description: "",
  language: "fr",
  visibility: "class",
  bird: "hirondelle",
  colour: 1,
};

const fromChannel = ({ title, description, language, visibility, bird, colour }: Channel): NewChannel => ({
  ...{ title, description, language, visibility, bird, colour },
});

/** Name, words, language, listeners and bird of a radio; without one, it creates it. */
export function ChannelForm(props: ChannelFormProps) {
  const { t, language } = useI18n();
  const say = useToasts();
  const kept = createMemo(() => (props.channel === undefined ? blank : fromChannel(props.channel)));
  const [typed, setTyped] = createSignal(untrack(kept));
  const change = (part: Partial<NewChannel>) => setTyped((now) => ({ ...now, ...part }));
  const saving = createAttempt(async () => {
    const sent = typed();
    const saved = await (props.channel === undefined
      ? api.channels.create(props.classroomId, sent)
      : api.channels.change(props.channel.id, sent));
    props.onSaved(saved);
    // The station keeps it tidier than it was typed; what was typed meanwhile stays.
    if (typed() === sent) setTyped(fromChannel(saved));
    say(t("library.channelSaved"));
  });
  const nameOf = (code: string) => new Intl.DisplayNames(language(), { type: "language" }).of(code) ?? code;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  return (
    <form class="panel" onSubmit={submit} aria-labelledby="channel-form">
      <LeaveUnsaved isUnsaved={JSON.stringify(typed()) !== JSON.stringify(kept())} />
      <div class="panel-head">
        <h2 id="channel-form">{props.channel?.title ?? t("library.channelNew")}</h2>
        <Show when={props.channel}>
          {(channel) => (
            <A class="push small link-key" href={`/chaines/${channel().slug}`}>
              {t("library.channelOpen")}
            </A>
          )}
        </Show>
      </div>
      <div class="panel-body stack">
        <TextField
          label={t("library.channelTitle")}
          hint={props.channel && t("library.channelAuthor", { author: props.channel.author })}
          required
          maxlength={120}
          value={typed().title}
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
        <TextArea
          label={t("library.channelDescription")}
          maxlength={2_000}
          value={typed().description}
          onInput={(event) => change({ description: event.currentTarget.value })}
        />
        <Field label={t("library.channelLanguage")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              onChange={(event) => change({ language: event.currentTarget.value as NewChannel["language"] })}
            >
              <For each={spoken}>
                {(code) => (
                  <option value={code} selected={code === typed().language}>
                    {nameOf(code)}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <VisibilityChoice visibility={typed().visibility} onChoose={(visibility) => change({ visibility })} />
        <AvatarPicker
          bird={typed().bird}
          colour={typed().colour}
          onBird={(bird) => change({ bird })}
          onColour={(colour) => change({ colour })}
        />
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
            {props.channel === undefined ? t("library.channelGo") : t("frame.save")}
          </Button>
        </div>
      </div>
    </form>
  );
}

const audiences = [
  { visibility: "class", name: "library.visibilityClass", hint: "library.visibilityClassHint" },
  { visibility: "public", name: "library.visibilityPublic", hint: "library.visibilityPublicHint" },
] as const;

function VisibilityChoice(props: {
  visibility: NewChannel["visibility"];
  onChoose: (visibility: NewChannel["visibility"]) => void;
}) {
  const { t } = useI18n();
  return (
    <fieldset class="stack tight">
      <legend class="legend">{t("library.visibility")}</legend>
      <For each={audiences}>
        {({ visibility, name, hint }) => (
          <label class="check">
            <input
              type="radio"
              name="visibility"
              checked={props.visibility === visibility}
              onChange={() => props.onChoose(visibility)}
            />
            <span>
              {t(name)}
              <small class="hint">{t(hint)}</small>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
