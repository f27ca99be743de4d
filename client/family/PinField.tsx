import { TextField } from "../ui/Field.tsx";

/** The family's four digits. */
export function PinField(props: { label: string; hint: string; value: string; onInput: (pin: string) => void }) {
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      inputClass="pin"
      inputmode="numeric"
      autocomplete="off"
      pattern="[0-9]{4}"
      maxlength={4}
      required
      dir="ltr"
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  );
}
