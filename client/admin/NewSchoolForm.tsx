import { createSignal, Show } from "solid-js";
import { Uai, type RegionSchool } from "../../schemas/region.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";

/** A school that the region makes; who leads it is invited afterwards. */
export function NewSchoolForm(props: { onCreated: (school: RegionSchool) => void }) {
  const { t } = useI18n();
  const [name, setName] = createSignal("");
  const [city, setCity] = createSignal("");
  const [uai, setUai] = createSignal("");
  const isFine = () => uai().trim() === "" || Uai.safeParse(uai()).success;
  const creating = createAttempt(async () => {
    const code = uai().trim() === "" ? {} : { uai: uai() };
    props.onCreated(await api.region.createSchool({ name: name(), city: city(), ...code }));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isFine()) void creating.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <NameFields name={name()} onName={setName} city={city()} onCity={setCity} />
      <TextField
        label={t("region.uai")}
        hint={t("region.uaiHint")}
        error={isFine() ? undefined : t("region.uaiBad")}
        maxlength={8}
        autocapitalize="characters"
        value={uai()}
        onInput={(event) => setUai(event.currentTarget.value)}
      />
      <Show when={creating.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isBusy={creating.isBusy()}>
        {t("region.createGo")}
      </Button>
    </form>
  );
}

/** What a school is called, and where it is. */
export function NameFields(props: {
  name: string;
  onName: (typed: string) => void;
  city: string;
  onCity: (typed: string) => void;
}) {
  const { t } = useI18n();
  return (
    <>
      <TextField
        label={t("region.name")}
        required
        maxlength={120}
        value={props.name}
        onInput={(event) => props.onName(event.currentTarget.value)}
      />
      <TextField
        label={t("region.city")}
        required
        maxlength={120}
        value={props.city}
        onInput={(event) => props.onCity(event.currentTarget.value)}
      />
    </>
  );
}
