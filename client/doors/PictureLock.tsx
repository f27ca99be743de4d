import { createSignal, For, Show } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import { Picture, PictureSecret } from "../../schemas/pictures.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import { PictureMark } from "../ui/PictureMark.tsx";

type PictureLockProps = {
  pupil: Pupil;
  /** Without pictures: the teacher may have opened. */
  onEnter: (pictures?: PictureSecret) => Promise<void>;
  onOther: () => void;
};

/** After one's bird, three pictures in their order; the third one opens. Who forgot asks the teacher, and comes in by one more tap. */
export function PictureLock(props: PictureLockProps) {
  const { t } = useI18n();
  const [touched, setTouched] = createSignal<readonly Picture[]>([]);
  const [hasForgotten, setForgotten] = createSignal(false);
  const entering = createAttempt((pictures?: PictureSecret) => props.onEnter(pictures));
  const touch = async (picture: Picture) => {
    if (entering.isBusy()) return;
    setTouched([...touched(), picture]);
    const secret = PictureSecret.safeParse(touched());
    if (secret.success && !(await entering.attempt(secret.data))) setTouched([]);
  };
  return (
    <section class="door single picture-lock" aria-labelledby="pictures-title">
      <div class="row">
        <BirdAvatar bird={props.pupil.bird} colour={props.pupil.colour} size="l" />
        <div>
          <h1 id="pictures-title">{t("pictures.touch")}</h1>
          <p class="quiet">{props.pupil.firstName}</p>
        </div>
      </div>
      <p class="touched" role="status">
        <For each={[0, 1, 2]}>{(place) => <i classList={{ full: place < touched().length }} aria-hidden="true" />}</For>
        <span class="sr-only">{t("pictures.touched", { count: touched().length })}</span>
      </p>
      <div class="pictures" role="group" aria-labelledby="pictures-title">
        <For each={Picture.options}>
          {(picture) => (
            <button type="button" class="btn" onClick={() => void touch(picture)}>
              <PictureMark picture={picture} />
            </button>
          )}
        </For>
      </div>
      <div class="help">
        <Show when={entering.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Show
          when={hasForgotten()}
          fallback={
            <Button look="bare" icon="help" onClick={() => setForgotten(true)}>
              {t("pictures.forgotten")}
            </Button>
          }
        >
          <Message
            look="info"
            title={t("pictures.askTeacher")}
            action={<Button onClick={() => void entering.attempt()}>{t("pictures.letIn")}</Button>}
          />
        </Show>
        <Button look="bare" icon="left" onClick={() => props.onOther()}>
          {t("doors.notMe")}
        </Button>
      </div>
    </section>
  );
}
