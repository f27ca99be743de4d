import { createSignal, Show, untrack } from "solid-js";
import { soundbiteSeconds } from "../../schemas/soundbite-span.ts";
import type { Soundbite } from "../../schemas/soundbites.ts";
import type { Player } from "../audio/create-player.ts";
import { formatClock } from "../i18n/formats.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { parseClock } from "../i18n/parse-clock.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";

type SoundbiteFormProps = {
  player: Player;
  isBusy: boolean;
  onDone: (soundbite: Soundbite) => void;
  onClose: () => void;
};

const usualSeconds = 30;
const { shortest, longest } = soundbiteSeconds;

/** A new extract, from where one listens: its beginning and its end can be set by the player's place or typed. */
export function SoundbiteForm(props: SoundbiteFormProps) {
  const { t } = useI18n();
  const begun = untrack(() =>
    Math.floor(Math.max(0, Math.min(props.player.position(), props.player.length() - shortest))),
  );
  const [title, setTitle] = createSignal("");
  const [start, setStart] = createSignal(formatClock(begun));
  const [end, setEnd] = createSignal(
    formatClock(untrack(() => Math.floor(Math.min(begun + usualSeconds, props.player.length())))),
  );
  const [isBad, setBad] = createSignal(false);
  const here = () => formatClock(props.player.position());
  const lasts = () => (parseClock(end()) ?? 0) - (parseClock(start()) ?? 0);
  const listen = () => {
    props.player.seek(parseClock(start()) ?? 0);
    if (!props.player.isPlaying()) void props.player.play();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const startSeconds = parseClock(start());
    const isGood = startSeconds !== undefined && lasts() >= shortest && lasts() <= longest;
    setBad(!isGood);
    if (isGood) props.onDone({ startSeconds, durationSeconds: lasts(), title: title() });
  };
  return (
    <form class="stack soundbite-form" onSubmit={submit}>
      <TextField
        label={t("soundbites.name")}
        hint={t("soundbites.nameHint")}
        required
        maxlength={120}
        value={title()}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <div class="row">
        <TextField
          label={t("soundbites.start")}
          inputClass="clock"
          required
          value={start()}
          onInput={(event) => setStart(event.currentTarget.value)}
        />
        <TextField
          label={t("soundbites.end")}
          inputClass="clock"
          required
          value={end()}
          error={isBad() ? t("soundbites.bad", { shortest, longest }) : undefined}
          onInput={(event) => setEnd(event.currentTarget.value)}
        />
      </div>
      <div class="row wrap">
        <Button icon="clock" onClick={() => setStart(here())}>
          {t("soundbites.startHere")}
        </Button>
        <Button icon="clock" onClick={() => setEnd(here())}>
          {t("soundbites.endHere")}
        </Button>
        <Button icon="play" onClick={listen}>
          {t("soundbites.listen")}
        </Button>
      </div>
      <Show when={lasts() > 0}>
        <p class="small quiet">{t("soundbites.lasts", { seconds: lasts() })}</p>
      </Show>
      <div class="form-end">
        <Button look="bare" onClick={() => props.onClose()}>
          {t("frame.cancel")}
        </Button>
        <Button look="primary" type="submit" class="push" isBusy={props.isBusy}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
}
