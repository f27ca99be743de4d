import { createResource, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import { ready } from "../ui/ready.ts";

/** The last letter that did not arrive: to whom, why, and what to do, until an admin has seen to it. */
export function LostLetterNote() {
  const { t, formats } = useI18n();
  const [found, { mutate }] = createResource(() => api.staff.readLostLetter().catch(() => ({ letter: null })));
  const letter = () => ready(found)?.letter ?? undefined;
  const seeing = createAttempt(async () => {
    await api.staff.forgetLostLetter();
    mutate({ letter: null });
  });
  return (
    <Show when={letter()}>
      {(lost) => (
        <div class="above">
          <Message
            look="warning"
            title={t(`staff.lost_${lost().about}`, { email: lost().email })}
            action={
              <Button isBusy={seeing.isBusy()} onClick={() => void seeing.attempt()}>
                {t("staff.lostSeen")}
              </Button>
            }
          >
            <p>
              {t(`staff.lost_${lost().reason}`, { moment: formats().moment(lost().failedAt) })}{" "}
              {t(`staff.lostAdvice_${lost().about}`)}
            </p>
          </Message>
          <Show when={seeing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        </div>
      )}
    </Show>
  );
}
