import { Table } from "../schemas/floor.ts";

/** The class code inside what a camera read: the address of the pupils' door, or the bare code. */
export function codeInScan(read: string): string | undefined {
  const inAddress = /\/entrer\/([^/?#]+)/.exec(read)?.[1];
  const typed = inAddress === undefined ? read.trim() : safeDecode(inAddress);
  return /^\p{L}{3,12}[\s-]*\d{4}$/u.test(typed) ? typed : undefined;
}

/** The pupils' door for a code, as it was typed; a hyphen stands for the spaces, so that the address needs no escapes. */
export const codePath = (code: string) => `/entrer/${encodeURIComponent(code.trim().replace(/\s+/g, "-"))}`;

/** The code that stands in the address of the pupils' door; the router leaves its escapes as they are. */
export const codeInPath = (param: string | undefined) => (param === undefined ? undefined : safeDecode(param));

/** Address that the QR code of a class opens; with a table, whoever scans it there stands in one room with the others who do. */
export const codeLink = (origin: string, code: string, table?: Table) =>
  `${origin}${codePath(code)}${table === undefined ? "" : `?table=${table}`}`;

const codePlace = "antenne.code";

/** Remembers in this tab by which code a pupil came in, for the next one at the same tablet. */
export function keepCode(code: string, storage: Pick<Storage, "setItem"> = sessionStorage) {
  storage.setItem(codePlace, code);
}

/** Where somebody else of the class takes this tablet over: the birds, or the code field where no code is remembered. */
export function otherPupilPath(storage: Pick<Storage, "getItem"> = sessionStorage): string {
  const code = storage.getItem(codePlace);
  return code === null ? "/entrer" : codePath(code);
}

/** What goes along with {@link otherPupilPath}: whoever is signed in here leaves. */
export const forAnotherPupil = { isForAnotherPupil: true } as const;
export type ForAnotherPupil = Partial<typeof forAnotherPupil>;

const tablePlace = "antenne.table";

/** Remembers in this tab at which table the scanned code hangs; a code without one forgets it. */
export function keepTable(search: string, storage: Pick<Storage, "setItem" | "removeItem"> = sessionStorage) {
  const table = Table.safeParse(new URLSearchParams(search).get("table"));
  if (table.success) storage.setItem(tablePlace, table.data);
  else storage.removeItem(tablePlace);
}

/** What `join` says of the table: nothing for a device that stands at none, or whose table the desk decides. */
export function keptTable(storage: Pick<Storage, "getItem"> = sessionStorage): { table?: Table } {
  const table = Table.safeParse(storage.getItem(tablePlace));
  return table.success ? { table: table.data } : {};
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
