import { createSignal, createUniqueId, For, Show } from "solid-js";
import { freeAvatars } from "../../schemas/next-avatar.ts";
import type { NewPupil } from "../../schemas/people.ts";
import type { ClassDoor } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { alike, faultOf, type NameFault } from "../ui/pupil-names.ts";

/** Who is not in the list says who they are: a first name and a bird that nobody has. */
export function NewcomerForm(props: { door: ClassDoor; onAsk: (wish: NewPupil) => Promise<void>; onBack: () => void }) {
  const { t } = useI18n();
  const [typed, setTyped] = createSignal("");
  const [fault, setFault] = createSignal<NameFault>();
  const birds = () => freeAvatars(props.door.pupils);
  const [chosen, setChosen] = createSignal<string>();
  const avatar = () => birds().find(({ bird }) => bird === chosen()) ?? birds()[0];
  const twin = () => props.door.pupils.find(({ firstName }) => alike(firstName, typed().trim()));
  const asking = createAttempt(async () => {
    // Two children may bear one name: who is who is the teacher's to say.
    const found = faultOf(typed(), []);
    const wished = avatar();
    setFault(found);
    if (found === undefined && wished !== undefined) await props.onAsk({ firstName: typed().trim(), ...wished });
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void asking.attempt();
  };
  const faultWords = (found: NameFault) => t(`newcomers.${found === "refusedTwice" ? "nameMissing" : found}`);
  return (
    <section class="door single newcomer" aria-labelledby="newcomer-title">
      <div class="row">
        <Button
          look="bare"
          size="square"
          icon="left"
          aria-label={t("newcomers.backToBirds")}
          onClick={() => props.onBack()}
        />
        <div>
          <h1 id="newcomer-title">{t("newcomers.askTitle")}</h1>
          <p class="quiet">{t("newcomers.askHint", { classroom: props.door.classroom.name })}</p>
        </div>
      </div>
      <form class="stack" onSubmit={submit}>
        <TextField
          label={t("newcomers.firstName")}
          hint={t("newcomers.firstNameHint")}
          error={fault() && faultWords(fault()!)}
          autocomplete="off"
          autocapitalize="words"
          spellcheck={false}
          maxlength={40}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Show when={twin()}>
          {(pupil) => (
            <Message
              look="info"
              title={t("newcomers.alike", { name: pupil().firstName })}
              action={<Button onClick={() => props.onBack()}>{t("newcomers.backToBirds")}</Button>}
            >
              {t("newcomers.alikeHint")}
            </Message>
          )}
        </Show>
        <FreeBirds birds={birds()} chosen={avatar()?.bird} onChoose={setChosen} />
        <Show when={asking.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Button look="primary" size="giant" icon="hand" type="submit" isBusy={asking.isBusy()}>
          {t("newcomers.ask")}
        </Button>
      </form>
    </section>
  );
}

type FreeBirdsProps = {
  birds: ReturnType<typeof freeAvatars>;
  chosen: string | undefined;
  onChoose: (bird: string) => void;
};

function FreeBirds(props: FreeBirdsProps) {
  const { t } = useI18n();
  const name = createUniqueId();
  return (
    <fieldset class="avatar-picker">
      <legend class="legend">{t("newcomers.chooseBird")}</legend>
      <div class="choices">
        <For each={props.birds}>
          {({ bird, colour }) => (
            <label>
              <input type="radio" name={name} checked={bird === props.chosen} onChange={() => props.onChoose(bird)} />
              <BirdAvatar bird={bird} colour={colour} size="l" />
              <span class="sr-only">{t(`birds.${bird}`)}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
