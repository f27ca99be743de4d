import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import type { ClassDoor } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Refused } from "../ui/Message.tsx";

/** "Qui es-tu ?": the birds of the class, in the alphabet's order. */
export function PupilNames(props: {
  door: ClassDoor;
  onChoose: (pupil: Pupil) => Promise<void>;
  onNotListed: () => void;
}) {
  const { t, language } = useI18n();
  const choosing = createAttempt((pupil: Pupil) => props.onChoose(pupil));
  const pupils = () =>
    props.door.pupils.toSorted((one, other) => one.firstName.localeCompare(other.firstName, language()));
  return (
    <section class="door single" aria-labelledby="who">
      <div class="row">
        <A class="btn bare square" href="/" aria-label={t("frame.back")}>
          <Icon name="left" isMirrored />
        </A>
        <div>
          <h1 id="who">{t("doors.who")}</h1>
          <p class="quiet">{t("doors.whoHint", { classroom: props.door.classroom.name })}</p>
        </div>
      </div>
      <Show when={choosing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Show when={pupils().length > 0} fallback={<Empty title={t("doors.noBird")}>{t("doors.noBirdHint")}</Empty>}>
        <ul class="names">
          <For each={pupils()}>
            {(pupil) => (
              <li>
                <Button onClick={() => void choosing.attempt(pupil)}>
                  <BirdAvatar bird={pupil.bird} colour={pupil.colour} size="l" />
                  {pupil.firstName}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="row wrap">
        <Button class="push" icon="pupil" onClick={() => props.onNotListed()}>
          {t("newcomers.notListed")}
        </Button>
      </div>
    </section>
  );
}
