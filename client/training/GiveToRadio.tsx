import { createSignal, Match, Show, Switch } from "solid-js";
import type { TakeId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import type { OwnTake } from "./create-takes.ts";

/** A child whose family has not allowed it yet is told so, in their words. */
const giveToClass = (id: TakeId) =>
  api.takes.makeCart(id).then(
    () => "given" as const,
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "consent.too_narrow") return "narrow" as const;
      throw error;
    },
  );

/** Gives the take to the class's desk; the station refuses it where the voice may not be heard. */
export function GiveToRadio(props: { take: OwnTake }) {
  const { t } = useI18n();
  const [outcome, setOutcome] = createSignal<"given" | "narrow">();
  const sharing = createAttempt(async () => {
    setOutcome(await giveToClass(props.take.id));
  });
  return (
    <Show when={props.take.place !== "here" && props.take.measures !== undefined}>
      <Switch
        fallback={
          <>
            <Button size="tall" icon="waves" isBusy={sharing.isBusy()} onClick={() => void sharing.attempt()}>
              {t("training.toShow")}
            </Button>
            <p class="small quiet">{t("training.toShowHint")}</p>
          </>
        }
      >
        <Match when={outcome() === "given"}>
          <Message look="good" title={t("training.toShowDone")}>
            {t("training.toShowDoneHint")}
          </Message>
        </Match>
        <Match when={outcome() === "narrow"}>
          <Message look="info" title={t("training.toShowNarrow")}>
            {t("training.toShowNarrowHint")}
          </Message>
        </Match>
      </Switch>
      <Show when={sharing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </Show>
  );
}
