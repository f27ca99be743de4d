import { createUniqueId, For, Match, Switch } from "solid-js";
import { areUntold, freeLicences, type SoundRights } from "../../schemas/sound-rights.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Choice } from "../ui/Choice.tsx";
import { TextField } from "../ui/Field.tsx";
import { Message } from "../ui/Message.tsx";

const blank: Readonly<Record<SoundRights["origin"], SoundRights>> = {
  own: { origin: "own" },
  free: { origin: "free", author: "", licence: freeLicences[0], source: "" },
  other: { origin: "other", note: "" },
};

/** By what right a sound is played: asked plainly, and in words that a teacher knows. Nothing is chosen beforehand. */
export function RightsFields(props: { rights: SoundRights | undefined; onRights: (rights: SoundRights) => void }) {
  const { t } = useI18n();
  const of = <Origin extends SoundRights["origin"]>(origin: Origin) =>
    props.rights?.origin === origin ? (props.rights as Extract<SoundRights, { origin: Origin }>) : undefined;
  return (
    <>
      <Choice
        label={t("carts.rights")}
        chosen={props.rights?.origin}
        choices={{ own: t("carts.own"), free: t("carts.free"), other: t("carts.other") }}
        onChoose={(origin) => {
          if (origin !== props.rights?.origin) props.onRights(blank[origin]);
        }}
      />
      <Switch>
        <Match when={of("free")}>
          {(free) => <FreeFields rights={free()} onRights={(rights) => props.onRights(rights)} />}
        </Match>
        <Match when={of("other")}>
          {(other) => (
            <>
              <TextField
                label={t("carts.note")}
                hint={t("carts.noteHint")}
                maxlength={300}
                value={other().note}
                onInput={(event) => props.onRights({ origin: "other", note: event.currentTarget.value })}
              />
              <Untold rights={other()} />
            </>
          )}
        </Match>
      </Switch>
    </>
  );
}

function Untold(props: { rights: SoundRights }) {
  const { t } = useI18n();
  return (
    <Switch>
      <Match when={areUntold(props.rights)}>
        <Message look="warning" title={t("carts.untold")}>
          {t("carts.untoldText")}
        </Message>
      </Match>
    </Switch>
  );
}

type Free = Extract<SoundRights, { origin: "free" }>;

function FreeFields(props: { rights: Free; onRights: (rights: Free) => void }) {
  const { t } = useI18n();
  const listId = createUniqueId();
  const field = (name: "author" | "licence" | "source") => ({
    value: props.rights[name],
    onInput: (event: { currentTarget: HTMLInputElement }) =>
      props.onRights({ ...props.rights, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextField label={t("carts.author")} required maxlength={120} {...field("author")} />
      <TextField label={t("carts.licence")} required maxlength={120} list={listId} {...field("licence")} />
      <datalist id={listId}>
        <For each={freeLicences}>{(licence) => <option value={licence} />}</For>
      </datalist>
      <TextField label={t("carts.source")} hint={t("carts.sourceHint")} maxlength={300} {...field("source")} />
    </>
  );
}
