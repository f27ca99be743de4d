import type { ConsentScope } from "../../../schemas/consent.ts";

/** What the authorisation form says in one language; `{{ end }}`, `{{ school }}`, `{{ classroom }}` and `{{ radio }}` are filled in. */
export type FormWords = {
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly from: string;
  readonly purposeTitle: string;
  readonly purpose: string;
  readonly supportsTitle: string;
  readonly supports: readonly string[];
  readonly durationTitle: string;
  readonly duration: string;
  readonly rightsTitle: string;
  readonly rights: readonly string[];
  readonly child: string;
  readonly choiceTitle: string;
  readonly choices: Readonly<Record<ConsentScope, string>>;
  /** A box of its own: the first name beside the voice. */
  readonly nameAllowed: string;
  readonly childAgrees: string;
  readonly signedBy: string;
  readonly date: string;
  readonly signature: string;
  /** The slip with the family's private link: what it is, what it opens and nothing else, how, and that it is theirs alone. */
  readonly slip: { readonly title: string; readonly opens: string; readonly how: string; readonly secret: string };
};
