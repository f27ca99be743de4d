import { Show } from "solid-js";
import type { Licence } from "../../schemas/licences.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { LicenceField } from "./LicenceField.tsx";

type LicenceCardProps = {
  licence: Licence | null;
  /** The channel's, for an episode that may follow it. */
  ofChannel?: Licence;
  save: (licence: Licence | null) => Promise<void>;
};

/** The licence of a radio or of one episode, saved as soon as it is chosen. */
export function LicenceCard(props: LicenceCardProps) {
  const { t } = useI18n();
  const say = useToasts();
  const saving = createAttempt(async (licence: Licence | null) => {
    await props.save(licence);
    say(t("frame.saved"));
  });
  return (
    <section class="panel" aria-label={t("soundbites.licence")}>
      <div class="panel-body stack">
        <LicenceField
          licence={props.licence}
          {...(props.ofChannel === undefined ? {} : { ofChannel: props.ofChannel })}
          isBusy={saving.isBusy()}
          onChoose={(licence) => void saving.attempt(licence)}
        />
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
    </section>
  );
}
