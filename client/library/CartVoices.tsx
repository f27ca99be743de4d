import { createSignal, For, Show } from "solid-js";
import type { PupilId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Choice } from "../ui/Choice.tsx";

type CartVoicesProps = {
  pupils: readonly Pupil[];
  /** Nobody of the class, once that was said; `undefined` while nothing was. */
  speakers: readonly PupilId[] | undefined;
  onSpeakers: (speakers: readonly PupilId[] | undefined) => void;
};

/** Whose voices are in a sound that the class made: asked, and never guessed. A child's consent then counts wherever it is played. */
export function CartVoices(props: CartVoicesProps) {
  const { t } = useI18n();
  const [way, setWay] = createSignal<"nobody" | "pupils">();
  const choose = (chosen: "nobody" | "pupils") => {
    setWay(chosen);
    props.onSpeakers(chosen === "nobody" ? [] : undefined);
  };
  const toggle = (id: PupilId) => {
    const now = props.speakers ?? [];
    const speakers = now.includes(id) ? now.filter((each) => each !== id) : [...now, id];
    props.onSpeakers(speakers.length === 0 ? undefined : speakers);
  };
  return (
    <>
      <Choice
        label={t("carts.voices")}
        chosen={way()}
        choices={{ nobody: t("carts.voicesNobody"), pupils: t("carts.voicesPupils") }}
        onChoose={choose}
      />
      <Show when={way() === "pupils"}>
        <fieldset class="cart-voices">
          <legend class="legend">{t("carts.voicesWho")}</legend>
          <For each={props.pupils}>
            {({ id, firstName, bird, colour }) => (
              <button
                type="button"
                class="btn"
                aria-pressed={props.speakers?.includes(id) === true}
                onClick={() => {
                  toggle(id);
                }}
              >
                <BirdAvatar bird={bird} colour={colour} size="xs" />
                {firstName}
              </button>
            )}
          </For>
        </fieldset>
        <p class="small quiet">{t("carts.voicesHint")}</p>
      </Show>
    </>
  );
}
