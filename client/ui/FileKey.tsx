import type { JSX } from "solid-js";
import { Icon } from "./Icon.tsx";

/** A key that asks for a file; the same file can be chosen again after a refusal. */
export function FileKey(props: { accept: string; onFile: (file: File) => void; children: JSX.Element }) {
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = "";
    if (file !== undefined) props.onFile(file);
  };
  return (
    <label class="btn file-key">
      <Icon name="share" />
      {props.children}
      <input type="file" class="sr-only" accept={props.accept} onChange={choose} />
    </label>
  );
}
