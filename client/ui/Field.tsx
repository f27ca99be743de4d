import { createUniqueId, Show, splitProps, type JSX } from "solid-js";
import { Icon } from "./Icon.tsx";

/** What ties an input to its label, its hint and its error. */
export type FieldIds = { id: string; "aria-describedby": string | undefined; "aria-invalid": "true" | undefined };

type FieldProps = { label: JSX.Element; hint?: JSX.Element; error?: string | undefined; class?: string };

/** A labelled control with its hint and its error under it; spread the ids on the control. */
export function Field(props: FieldProps & { children: (ids: FieldIds) => JSX.Element }) {
  const id = createUniqueId();
  const described = () =>
    [props.hint === undefined ? "" : `${id}-hint`, props.error === undefined ? "" : `${id}-error`]
      .filter(Boolean)
      .join(" ");
  const ids: FieldIds = {
    id,
    get "aria-describedby"() {
      return described() || undefined;
    },
    get "aria-invalid"() {
      return props.error === undefined ? undefined : ("true" as const);
    },
  };
  return (
    <div class={`field ${props.class ?? ""}`}>
      <label for={id}>{props.label}</label>
      {props.children(ids)}
      <Show when={props.hint}>
        <span class="hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      </Show>
      <Show when={props.error}>
        <span class="field-error" id={`${id}-error`}>
          <Icon name="octagon" />
          <span>{props.error}</span>
        </span>
      </Show>
    </div>
  );
}

type TextFieldProps = FieldProps &
  Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "id" | "class"> & { inputClass?: string };

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const [own, rest] = splitProps(props, ["label", "hint", "error", "class", "inputClass"]);
  return (
    <Field
      label={own.label}
      hint={own.hint}
      error={own.error}
      {...(own.class === undefined ? {} : { class: own.class })}
    >
      {(ids) => <input {...rest} {...ids} class={`input ${own.inputClass ?? ""}`} />}
    </Field>
  );
}

type TextAreaProps = FieldProps & Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "class">;

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const [own, rest] = splitProps(props, ["label", "hint", "error", "class"]);
  return (
    <Field label={own.label} hint={own.hint} error={own.error}>
      {(ids) => <textarea {...rest} {...ids} class="input" />}
    </Field>
  );
}
