import { createResource, createSignal, For, Show } from "solid-js";
import type { Campaign, CampaignState } from "../../schemas/impact.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { ImpactFiguresView } from "./ImpactFiguresView.tsx";
import { ImpactKeys } from "./ImpactKeys.tsx";
import { ImpactRules } from "./ImpactRules.tsx";
import "./impact.css";

type Going = Exclude<CampaignState, "ended">;
const next = { starting: "running", running: "ending", ending: "ended" } as const;
const isGoing = (campaign: Campaign | undefined): campaign is Campaign & { state: Going } =>
  campaign !== undefined && campaign.state !== "ended";

/** What the radio brings the school: an admin asks before and after, and sees figures in which nobody is to be found. */
export function ImpactPage() {
  const { t } = useI18n();
  const [campaigns, { refetch, mutate }] = createResource(() => api.impact.list());
  return (
    <Loaded from={campaigns} onRetry={() => void refetch()} lines={6} title={t("impact.title")}>
      {(found) => <Inside campaigns={found()} onChanged={(changed) => mutate(changed)} />}
    </Loaded>
  );
}

function Inside(props: { campaigns: readonly Campaign[]; onChanged: (changed: Campaign[]) => void }) {
  const { t } = useI18n();
  const period = createPeriodWords();
  const [isAsking, setAsking] = createSignal(false);
  const going = () => props.campaigns.find(isGoing);
  const periods = () => props.campaigns.map((campaign) => ({ name: period(campaign), figures: campaign.figures }));
  const open = (
    <Button look="primary" icon="plus" onClick={() => setAsking(true)}>
      {t("impact.open")}
    </Button>
  );
  return (
    <div class="impact">
      <SchoolHead title={t("impact.title")} hint={t("impact.hint")}>
        <Show when={props.campaigns.length > 0}>
          <ImpactKeys periods={periods()} />
          <Show when={going() === undefined}>{open}</Show>
        </Show>
      </SchoolHead>
      <Show
        when={props.campaigns.length > 0}
        fallback={
          <Empty title={t("impact.none")} icon="leaf" action={open}>
            {t("impact.noneHint")}
          </Empty>
        }
      >
        <For each={props.campaigns}>
          {(campaign) => <CampaignPanel campaign={campaign} name={period(campaign)} onChanged={props.onChanged} />}
        </For>
        <ImpactRules />
      </Show>
      <ConfirmDialog
        isOpen={isAsking()}
        title={t("impact.openAsk")}
        keep={t("frame.cancel")}
        confirm={t("impact.open")}
        onClose={() => setAsking(false)}
        onConfirm={() => api.impact.open().then(props.onChanged)}
      >
        {t("impact.openHint")}
      </ConfirmDialog>
    </div>
  );
}

function createPeriodWords() {
  const { t, formats } = useI18n();
  const day = (instant: string) => formats().date(instant.slice(0, 10));
  return ({ openedAt, endedAt }: Campaign) =>
    endedAt === null
      ? t("impact.from", { day: day(openedAt) })
      : t("impact.fromTo", { from: day(openedAt), to: day(endedAt) });
}

const looks = { starting: "waiting", running: "info", ending: "waiting", ended: "ready" } as const;

function CampaignPanel(props: { campaign: Campaign; name: string; onChanged: (changed: Campaign[]) => void }) {
  const { t } = useI18n();
  const going = () => (isGoing(props.campaign) ? props.campaign.state : undefined);
  return (
    <section class="panel impact-panel" aria-label={props.name}>
      <div class="panel-head">
        <h2>{props.name}</h2>
        <Chip look={looks[props.campaign.state]}>{t(`impact.state_${props.campaign.state}`)}</Chip>
        <Show when={going()}>{(state) => <NextStep state={state()} onChanged={props.onChanged} />}</Show>
      </div>
      <ImpactFiguresView figures={props.campaign.figures} state={props.campaign.state} />
    </section>
  );
}

function NextStep(props: { state: Going; onChanged: (changed: Campaign[]) => void }) {
  const { t } = useI18n();
  const [isAsking, setAsking] = createSignal(false);
  return (
    <span class="push">
      <Button onClick={() => setAsking(true)}>{t(`impact.step_${props.state}`)}</Button>
      <ConfirmDialog
        isOpen={isAsking()}
        title={t(`impact.ask_${props.state}`)}
        keep={t("frame.cancel")}
        confirm={t(`impact.step_${props.state}`)}
        onClose={() => setAsking(false)}
        onConfirm={() => api.impact.goOn(next[props.state]).then(props.onChanged)}
      >
        {t(`impact.stepHint_${props.state}`)}
      </ConfirmDialog>
    </span>
  );
}
