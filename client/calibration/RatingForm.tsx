import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { Anchor } from "../../schemas/anchors.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { CriteriaChoice } from "./CriteriaChoice.tsx";

/** What one hears, before one is told what was agreed. */
export function RatingForm(props: { anchor: Anchor; onRate: (levels: number[]) => Promise<void> }) {
  const { t } = useI18n();
  const [levels, setLevels] = createStore<(number | undefined)[]>([]);
  const chosen = () => props.anchor.criteria.map((_, index) => levels[index] ?? 0);
  const rating = createAttempt(() => props.onRate(chosen()));
  return (
    <>
      <p class="quiet blind">{t("calibration.blind")}</p>
      <CriteriaChoice
        name={props.anchor.id}
        criteria={props.anchor.criteria}
        levels={levels}
        onChoose={(index, level) => setLevels(index, level)}
      />
      <Show when={rating.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="anchor-keys">
        <Button
          look="primary"
          disabled={chosen().includes(0)}
          isBusy={rating.isBusy()}
          onClick={() => void rating.attempt()}
        >
          {t("calibration.rate")}
        </Button>
      </div>
    </>
  );
}
