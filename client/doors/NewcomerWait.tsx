import { Match, onMount, Switch } from "solid-js";
import type { NewcomerState } from "../../schemas/newcomers.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";

type NewcomerWaitProps = {
  state: NewcomerState | undefined;
  onLeave: () => void;
  /** Back to the form, or to the birds. */
  onAgain: () => void;
  onBirds: () => void;
};

type Waiting = Extract<NewcomerState, { state: "waiting" }>;

/** At the door of the class: somebody looks after you, and it opens by itself; or it did not, and what to do then. */
export function NewcomerWait(props: NewcomerWaitProps) {
  const { t } = useI18n();
  const waiting = () => (props.state?.state === "waiting" ? props.state : undefined);
  const again = () => (
    <div class="row wrap">
      <Button look="primary" size="tall" icon="hand" onClick={() => props.onAgain()}>
        {t("newcomers.askAgain")}
      </Button>
      <Button size="tall" onClick={() => props.onBirds()}>
        {t("newcomers.backToBirds")}
      </Button>
    </div>
  );
  return (
    <section class="door single newcomer-wait">
      <Switch fallback={<Skeleton lines={4} />}>
        <Match when={waiting()}>{(here) => <AtTheDoor here={here()} onLeave={() => props.onLeave()} />}</Match>
        <Match when={props.state?.state === "gone"}>
          <Empty title={t("newcomers.gone")} level={1} action={again()}>
            {t("newcomers.goneHint")}
          </Empty>
        </Match>
      </Switch>
    </section>
  );
}

function AtTheDoor(props: { here: Waiting; onLeave: () => void }) {
  const { t } = useI18n();
  const title = () => t("newcomers.waiting", { name: props.here.newcomer.firstName });
  let heading!: HTMLHeadingElement;
  // Whoever listens to the page hears that they were understood.
  onMount(() => heading.focus());
  return (
    <>
      <div class="doorstep" aria-hidden="true">
        <BirdAvatar bird={props.here.newcomer.bird} colour={props.here.newcomer.colour} size="xl" />
      </div>
      <div role="status">
        <h1 ref={heading} tabIndex={-1}>
          {title()}
        </h1>
        <p class="quiet">{props.here.classroom.name}</p>
        <p>{t("newcomers.waitingHint")}</p>
        <p>{t("newcomers.waitingKeep")}</p>
      </div>
      <Button size="tall" onClick={() => props.onLeave()}>
        {t("newcomers.stopWaiting")}
      </Button>
    </>
  );
}
